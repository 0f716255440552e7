/// The inside of the window: which parts are open and where, and the controls that draw them. Not exported.
///
/// [PartsModel] is the state, testable without a stage; [DockPane] draws it and turns drags into changes of it.
package org.icecore.workbench.shell;
