/// Where the examiner has been, and the way back.
///
/// Knows locations as opaque values that can be gone to. Start at [NavigationHistory].
package org.icecore.workbench.navigation;
