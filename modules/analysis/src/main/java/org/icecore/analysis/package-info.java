package org.icecore.analysis;
