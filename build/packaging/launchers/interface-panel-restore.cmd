@echo off
rem SPDX-License-Identifier: MIT
rem Takes back in this console what an interrupted run left changed. A batch file waits for a program with windows.
"%~dp0Interface Panel.exe" --restore %* <CON >CON 2>&1
