/// The rules of the house, executed: which room may know which, and how sources are laid out.
package org.icecore.app.house;
