package org.icecore.views;
