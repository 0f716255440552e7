/// Specifies the command line by what it answers to real checkpoints and to the mistakes of users.
package org.icecore.app.cli;
