@echo off
rem Starts Icecore from the folder it was unpacked in.
rem
rem   JAVA_HOME          the JDK to use, if it is new enough
rem   ICECORE_JAVA_OPTS  options for the Java machine, for example -Xmx1g
setlocal

set "ICECORE_JAVA="
if not defined JAVA_HOME goto path
if not exist "%JAVA_HOME%\bin\java.exe" goto path
set "ICECORE_JAVA=%JAVA_HOME%\bin\java.exe"
call :suits
if not errorlevel 1 goto start

:path
set "ICECORE_JAVA=java.exe"
where /q java.exe
if errorlevel 1 goto missing
call :suits
if not errorlevel 1 goto start

:missing
echo icecore: needs Java 25 or later and found none: install a JDK 25 (for example from https://adoptium.net) or point JAVA_HOME to one 1>&2
exit /b 3

:start
rem The cache holds what Java knows of our classes when it starts, and their full path; a Java that cannot use it does without.
for %%I in ("%~dp0..") do set "ICECORE_HOME=%%~fI"
"%ICECORE_JAVA%" "-XX:AOTCache=%ICECORE_HOME%\icecore.aot" "-Xlog:aot*=off,cds*=off" --module-path "%ICECORE_HOME%\lib" --enable-native-access=org.icecore.app,javafx.graphics,com.github.luben.zstd_jni --sun-misc-unsafe-memory-access=allow %ICECORE_JAVA_OPTS% --module org.icecore.app/org.icecore.app.Main %*
exit /b %errorlevel%

rem Whether %ICECORE_JAVA% is new enough.
:suits
"%ICECORE_JAVA%" -version 2>&1 | findstr /r /c:"version .2[5-9]" /c:"version .[3-9][0-9]" >nul
exit /b %errorlevel%
