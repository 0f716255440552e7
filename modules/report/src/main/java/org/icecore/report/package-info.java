package org.icecore.report;
