; Said at the end of the removal, because a clerk must not fear for the records.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    MessageBox MB_OK|MB_ICONINFORMATION "程序已移除。学校的台账资料仍保留在本机的“校园台账”数据文件夹中，重新安装后可以继续使用。" /SD IDOK
  ${endIf}
!macroend
