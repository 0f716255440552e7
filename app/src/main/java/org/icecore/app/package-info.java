package org.icecore.app;
