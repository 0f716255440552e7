/// A window for the tests of parts, over real evidence.
package org.icecore.views.desk;
