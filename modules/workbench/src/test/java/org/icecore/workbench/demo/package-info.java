/// A workbench with a few made-up parts, for tests of the window and for a look at it.
package org.icecore.workbench.demo;
