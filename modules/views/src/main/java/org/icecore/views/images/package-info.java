/// The Image editor, which shows any image of CRIU as a tree of fields beside its bytes, and the Images view.
///
/// Knows images as the checkpoint takes them apart. Knows no message of CRIU. Start at [ImageEditor]; [ImageModel] is what a
/// test can ask without a stage.
package org.icecore.views.images;
