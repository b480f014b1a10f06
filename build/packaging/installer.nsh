; SPDX-License-Identifier: MIT
; What the installer and the uninstaller do before they touch a file (electron-builder, "Custom NSIS script"). As it comes
; electron-builder ends every program that runs from the folder; a helper that is ended leaves its change behind.

; Goes on once the file is not that of a program that runs: such a file cannot be opened for writing. Silent runs end
; with exit code 2, changing nothing.
!macro waitUntilEnded FILE TEXT
  !define UNIQUE ${__COUNTER__}
  again_${UNIQUE}:
    IfFileExists "${FILE}" 0 ended_${UNIQUE}
    ClearErrors
    FileOpen $R0 "${FILE}" a
    IfErrors 0 close_${UNIQUE}
    IfSilent leave_${UNIQUE}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${TEXT}" /SD IDCANCEL IDRETRY again_${UNIQUE}
  leave_${UNIQUE}:
    SetErrorLevel 2
    Quit
  close_${UNIQUE}:
    FileClose $R0
  ended_${UNIQUE}:
  !undef UNIQUE
!macroend

!macro customCheckAppRunning
  !insertmacro waitUntilEnded "$INSTDIR\${APP_EXECUTABLE_FILENAME}" "Interface Panel is open. Close it, then choose Retry."
  !insertmacro waitUntilEnded "$INSTDIR\resources\native\interface-panel-helper.exe" "Interface Panel is taking a change back. Wait until it has, then choose Retry."
!macroend
