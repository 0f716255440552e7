package org.icecore.checkpoint;
