package org.icecore.criu;
