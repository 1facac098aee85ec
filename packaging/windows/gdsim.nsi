; Windows installer: for one person, without administrator rights.
;
;   makensis -DVERSION=0.1.0 -DPAYLOAD=<frozen folder> -DICONS=<folder> -DOUTPUT=<file> gdsim.nsi
;
; Silent: setup.exe /S [/D=C:\folder]; the uninstaller: uninstall.exe /S

Unicode true
ManifestDPIAware true
RequestExecutionLevel user
SetCompressor /SOLID lzma

!include "MUI2.nsh"
!include "FileFunc.nsh"

!ifndef PAYLOAD | ICONS | OUTPUT | VERSION
  !error "VERSION, PAYLOAD, ICONS and OUTPUT have to be given"
!endif
; Four numbers, as Windows wants them: 0.1.0 -> 0.1.0.0
!ifndef VERSION4
  !define VERSION4 "${VERSION}.0"
!endif

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\gdsim"
!define FILE_CLASS "gdsim.scenario"

Name "gdsim"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\gdsim"
; An update goes where the person has put it.
InstallDirRegKey HKCU "${UNINSTALL_KEY}" "InstallLocation"

VIProductVersion "${VERSION4}"
VIAddVersionKey "ProductName" "gdsim"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "gdsim setup"
VIAddVersionKey "LegalCopyright" "The gdsim authors, MIT licence"

!define MUI_ICON "${ICONS}/gdsim.ico"
!define MUI_UNICON "${ICONS}/gdsim.ico"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\gdsim.exe"

!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "SimpChinese"

LangString SCENARIO ${LANG_ENGLISH} "gdsim scenario"
LangString SCENARIO ${LANG_SIMPCHINESE} "gdsim 场景"
LangString RUNNING ${LANG_ENGLISH} "gdsim is running. Please close it and try again."
LangString RUNNING ${LANG_SIMPCHINESE} "gdsim 正在运行。请先关闭它，然后重试。"

; A program that runs cannot be replaced. Its file is open, so opening it to write tells.
!macro MUST_NOT_RUN
  again:
  IfFileExists "$INSTDIR\gdsim.exe" 0 free
  ClearErrors
  FileOpen $0 "$INSTDIR\gdsim.exe" a
  IfErrors 0 close
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY again
  SetErrorLevel 2
  Abort
  close:
  FileClose $0
  free:
!macroend

Section "gdsim"
  SetShellVarContext current
  !insertmacro MUST_NOT_RUN
  ; Files of an older version would be found and used. Only what this installer put there goes.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${PAYLOAD}/*.*"
  ; gdsim.exe has no output. In a terminal `gdsim` finds .com first, which has.
  IfFileExists "$INSTDIR\gdsim-cli.exe" 0 +3
  Delete "$INSTDIR\gdsim.com"
  Rename "$INSTDIR\gdsim-cli.exe" "$INSTDIR\gdsim.com"
  File "/oname=gdsim-document.ico" "${ICONS}/gdsim-document.ico"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortcut "$SMPROGRAMS\gdsim.lnk" "$INSTDIR\gdsim.exe"

  ; .gdsim opens by double-click; other programs that open it stay in the "Open with" list.
  WriteRegStr HKCU "Software\Classes\.gdsim" "" "${FILE_CLASS}"
  WriteRegStr HKCU "Software\Classes\.gdsim" "Content Type" "application/x-gdsim"
  WriteRegStr HKCU "Software\Classes\.gdsim\OpenWithProgids" "${FILE_CLASS}" ""
  WriteRegStr HKCU "Software\Classes\${FILE_CLASS}" "" "$(SCENARIO)"
  WriteRegStr HKCU "Software\Classes\${FILE_CLASS}\DefaultIcon" "" "$INSTDIR\gdsim-document.ico"
  WriteRegStr HKCU "Software\Classes\${FILE_CLASS}\shell\open\command" "" '"$INSTDIR\gdsim.exe" "%1"'
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, i 0, i 0)'

  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "gdsim"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\gdsim.exe"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "The gdsim authors"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" "$0"
SectionEnd

Section "Uninstall"
  SetShellVarContext current
  !insertmacro MUST_NOT_RUN
  ; By name: the folder may have been one in which a person keeps other things.
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\gdsim.exe"
  Delete "$INSTDIR\gdsim.com"
  Delete "$INSTDIR\gdsim-document.ico"
  Delete "$INSTDIR\licences.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\gdsim.lnk"

  ; Only if it is still ours.
  ReadRegStr $0 HKCU "Software\Classes\.gdsim" ""
  StrCmp $0 "${FILE_CLASS}" 0 +2
  DeleteRegValue HKCU "Software\Classes\.gdsim" ""
  DeleteRegValue HKCU "Software\Classes\.gdsim" "Content Type"
  DeleteRegValue HKCU "Software\Classes\.gdsim\OpenWithProgids" "${FILE_CLASS}"
  DeleteRegKey /ifempty HKCU "Software\Classes\.gdsim\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "Software\Classes\.gdsim"
  DeleteRegKey HKCU "Software\Classes\${FILE_CLASS}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, i 0, i 0)'
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
SectionEnd
