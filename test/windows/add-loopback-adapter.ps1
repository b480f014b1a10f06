# SPDX-License-Identifier: MIT
# Adds a "Microsoft KM-TEST Loopback Adapter" by SetupAPI, as devcon's `install` does; devcon itself is not on every system.
# Needs an administrator. https://learn.microsoft.com/windows-hardware/drivers/install/setupapi
$ErrorActionPreference = 'Stop'
Add-Type -TypeDefinition @'
using System;
using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

public static class RootDevice {
  [StructLayout(LayoutKind.Sequential)]
  struct DeviceInfo { public int Size; public Guid Class; public uint Instance; public IntPtr Reserved; }

  const uint GenerateId = 1, HardwareId = 1, RegisterDevice = 0x19, Force = 1;

  [DllImport("setupapi.dll", SetLastError = true)]
  static extern IntPtr SetupDiCreateDeviceInfoList(ref Guid deviceClass, IntPtr parent);
  [DllImport("setupapi.dll", SetLastError = true, CharSet = CharSet.Unicode)]
  static extern bool SetupDiCreateDeviceInfoW(IntPtr list, string name, ref Guid deviceClass, string description, IntPtr parent, uint flags, ref DeviceInfo device);
  [DllImport("setupapi.dll", SetLastError = true)]
  static extern bool SetupDiSetDeviceRegistryPropertyW(IntPtr list, ref DeviceInfo device, uint property, byte[] value, uint size);
  [DllImport("setupapi.dll", SetLastError = true)]
  static extern bool SetupDiCallClassInstaller(uint function, IntPtr list, ref DeviceInfo device);
  [DllImport("setupapi.dll", SetLastError = true)]
  static extern bool SetupDiDestroyDeviceInfoList(IntPtr list);
  [DllImport("newdev.dll", SetLastError = true, CharSet = CharSet.Unicode)]
  static extern bool UpdateDriverForPlugAndPlayDevicesW(IntPtr parent, string hardwareId, string inf, uint flags, out bool restart);

  static void Check(bool succeeded) { if (!succeeded) throw new Win32Exception(Marshal.GetLastWin32Error()); }

  public static void Add(string inf, string hardwareId, Guid deviceClass, string className) {
    IntPtr list = SetupDiCreateDeviceInfoList(ref deviceClass, IntPtr.Zero);
    Check(list != new IntPtr(-1));
    try {
      var device = new DeviceInfo { Size = Marshal.SizeOf(typeof(DeviceInfo)) };
      Check(SetupDiCreateDeviceInfoW(list, className, ref deviceClass, null, IntPtr.Zero, GenerateId, ref device));
      // A list of strings ends with an empty one.
      byte[] ids = Encoding.Unicode.GetBytes(hardwareId + "\0\0");
      Check(SetupDiSetDeviceRegistryPropertyW(list, ref device, HardwareId, ids, (uint)ids.Length));
      Check(SetupDiCallClassInstaller(RegisterDevice, list, ref device));
      bool restart;
      Check(UpdateDriverForPlugAndPlayDevicesW(IntPtr.Zero, hardwareId, inf, Force, out restart));
    } finally {
      SetupDiDestroyDeviceInfoList(list);
    }
  }
}
'@
[RootDevice]::Add("$env:windir\inf\netloop.inf", '*MSLOOP', [Guid]'4d36e972-e325-11ce-bfc1-08002be10318', 'Net')
