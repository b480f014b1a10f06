; SPDX-License-Identifier: MIT
; What the installer and the uninstaller do besides copying files (electron-builder, "Custom NSIS script"): before they touch
; one they wait for what runs, and they install and remove the keeper's service. As it comes electron-builder ends every
; program that runs from the folder; a helper that is ended leaves its change behind.

!include "FileFunc.nsh"
!include "LogicLib.nsh"

; Also in native/lasting/windows (keeper_service_name.h, lasting_key.h).
!define KEEPER "InterfacePanelKeeper"
!define LASTING_KEY "SOFTWARE\Interface Panel"

!define KEEPER_FILE "$INSTDIR\resources\native\interface-panel-keeper.exe"
!define EVENT_SOURCES "SYSTEM\CurrentControlSet\Services\EventLog\Application"
; Also in native/helper/windows/helper_process.cpp.
!define HELPER "InterfacePanelHelper"
; The strings, in each language of the catalogues: build/packaging/translated-files.ts.
!include "${__FILEDIR__}/../../out/packaging/installer-strings.nsh"
; Tests have one of their own, which notes what it is told.
!define /ifndef SC "$SYSDIR\sc.exe"

; A command to the service manager. $R0 is 0 once it was carried out.
!macro sc ARGUMENTS
  nsExec::Exec `"${SC}" ${ARGUMENTS}`
  Pop $R0
!macroend

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

; A service that was told to stop has ten seconds.
!macro stopKeeper
  !define UNIQUE ${__COUNTER__}
  !insertmacro sc `stop ${KEEPER}`
  StrCpy $R1 50
  again_${UNIQUE}:
    IfFileExists "${KEEPER_FILE}" 0 stopped_${UNIQUE}
    ClearErrors
    FileOpen $R0 "${KEEPER_FILE}" a
    IfErrors 0 close_${UNIQUE}
    IntOp $R1 $R1 - 1
    IntCmp $R1 0 stopped_${UNIQUE}
    Sleep 200
    Goto again_${UNIQUE}
  close_${UNIQUE}:
    FileClose $R0
  stopped_${UNIQUE}:
  !undef UNIQUE
  !insertmacro waitUntilEnded "${KEEPER_FILE}" "$(keeperNotEnded)"
!macroend

; While a service is removed, one of its name cannot be made: somebody may look at it.
!macro createKeeper
  !define UNIQUE ${__COUNTER__}
  StrCpy $R1 10
  again_${UNIQUE}:
    !insertmacro sc `create ${KEEPER} type= own start= auto error= normal obj= LocalSystem DisplayName= "Interface Panel keeper" binPath= "\"${KEEPER_FILE}\""`
    StrCmp $R0 0 created_${UNIQUE}
    IntOp $R1 $R1 - 1
    IntCmp $R1 0 failed_${UNIQUE}
    Sleep 500
    Goto again_${UNIQUE}
  failed_${UNIQUE}:
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(keeperNotInstalled)" /SD IDOK
  created_${UNIQUE}:
  !undef UNIQUE
!macroend

; The messages 1 to 1000 of eventcreate.exe are the text of the event alone.
!macro createEventSource NAME
  WriteRegExpandStr HKLM "${EVENT_SOURCES}\${NAME}" "EventMessageFile" "%SystemRoot%\System32\EventCreate.exe"
  WriteRegDWORD HKLM "${EVENT_SOURCES}\${NAME}" "TypesSupported" 7
  WriteRegDWORD HKLM "${EVENT_SOURCES}\${NAME}" "CustomSource" 1
!macroend

; Whatever may be missing of it, the keeper drops all privileges itself. As the service starts it makes the key of the
; settings, with the rights that it is trusted for.
!macro customInstall
  ; electron-builder's own way to start as an administrator, which no program here uses; for all users it cannot be left out.
  Delete "$INSTDIR\resources\elevate.exe"
  !insertmacro createKeeper
  !insertmacro sc `config ${KEEPER} start= delayed-auto`
  !insertmacro sc `description ${KEEPER} "$(keeperDescription)"`
  !insertmacro sc `sidtype ${KEEPER} unrestricted`
  !insertmacro sc `privs ${KEEPER} SeChangeNotifyPrivilege`
  ; Twice a day; the third time it stays as it is.
  !insertmacro sc `failure ${KEEPER} reset= 86400 actions= restart/60000/restart/60000/""/60000`
  !insertmacro sc `failureflag ${KEEPER} 1`
  SetRegView 64
  !insertmacro createEventSource ${KEEPER}
  !insertmacro createEventSource ${HELPER}
  !insertmacro sc `start ${KEEPER}`
!macroend

; Asked before a file is touched; afterwards electron-builder's uninstaller is silent.
!macro askWhetherToForget
  Var /GLOBAL forgets
  StrCpy $forgets "no"
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/purge" $R1
  ${IfNot} ${Errors}
    StrCpy $forgets "yes"
  ${EndIf}
  SetRegView 64
  EnumRegValue $R0 HKLM "${LASTING_KEY}" 0
  ${If} $R0 != ""
  ${AndIfNot} ${Silent}
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(forget)$\n$\n$(forgetDetail)" IDNO +2
    StrCpy $forgets "yes"
  ${EndIf}
!macroend

; A new version removes the old one with it too. Without a question the settings stay: whoever manages many computers may
; replace one version by another this way, and nothing reads them meanwhile. `/purge` forgets them.
!macro customUnInstall
  !insertmacro sc `delete ${KEEPER}`
  SetRegView 64
  DeleteRegKey HKLM "${EVENT_SOURCES}\${KEEPER}"
  DeleteRegKey HKLM "${EVENT_SOURCES}\${HELPER}"
  ${If} $forgets == "yes"
    DeleteRegKey HKLM "${LASTING_KEY}"
  ${EndIf}
!macroend

; An uninstaller that is not elevated starts itself once more, elevated.
!macro customCheckAppRunning
  System::Call "shell32::IsUserAnAdmin() i .R0"
  ${If} $R0 != 0
    !insertmacro waitUntilEnded "$INSTDIR\${APP_EXECUTABLE_FILENAME}" "$(appOpen)"
    !insertmacro waitUntilEnded "$INSTDIR\resources\native\interface-panel-helper.exe" "$(takingBack)"
    !insertmacro stopKeeper
    !ifdef __UNINSTALL__
      !insertmacro askWhetherToForget
    !endif
  ${EndIf}
!macroend
