package org.icecore.workbench;
