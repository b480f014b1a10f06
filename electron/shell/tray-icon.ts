// SPDX-License-Identifier: MIT

/** Fluent UI's ArrowRouting in 32 x 32 pixels, a blue that shows on light and on dark, as a PNG in a data URL. */
export const trayIcon = [
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAYAAABzenr0AAAAAXNSR0IArs4c6QAAAq',
  'ZJREFUWEftlc9LFGEcxp/vrpI7uxB4iIwkLXWmU1F2CQq6RB0CERUNIpRyRwu6ShGJFf0BHdxXKSOwkISwIuogCA',
  'VCKFSnGaMO/SAPhZd918p2nlhhYd32h7CzePG9DTPv9/m8z/t8vyPY4CUbrI9NgPI4QErj8O/6D/1Vn4pdcVkALJ',
  'U4DXCcZI9rR8YKQZQFYK/SNR7xGoJ6eIEzbl9oPB9EWQBSYg2jiZ0VSb6ioBaUTtc2JnNBlA3gPwhBq9sbfpINUV',
  'aANETQ46wQ2wmecu3Ii0wIXwDMmG4WwUEANXnuug7AWQArHgMnF+zQdPq70gBIsUb0A0A6i7Vb+j0B5UbDti8A5o',
  'juEeIOiFkvgEsL5405iDAbxlT6qgBDIJ45YrQiKiu+AFgq/pCQluWkseNzvyzlcsFU+ooAN0hMuYtGGwblr28ZsG',
  'J6lkLDjUb25RK3lL4M4CaIx86i0ZEtntpTUgYspedB0LHDzdkATSo+EIDcWhWvNtrRIcl1zwFTLR8TehcpPCrEEi',
  'AzK0m5/vGC8SWziBXTc6nnbABL6SiAGIj7TrXRk088pwOmSrQDnJBsd8ifYLDN6QvNpCFMFX8vlLhjhw9ngqUOAP',
  'CE2xsayBXKvBloUPpAEHgjQDCXXQR+EUbtQlR+7BnmtkpJfINw0olGutbbhgUnoaX0IIBrBYsRQ0mR5wHwtgCH4L',
  'Hb6Yvc8wvgJYDj6y1GcMLtDXcVs7lQvTVdYCp9V4DuQhtIvBPBMIl51w6vhrCUtQagSelzAWC0CECLa4enShHNG8',
  'K6MVZt+ZOYFmBNqjPm+Ff3u7ELg+KVBSBVdLfi1krqpyJyJFOEwFskg51uf5Xrl3jBSdg4Et8foPQKUQGRGQehR5',
  'k/Eb8gShrFfkBsAmw6sOEO/AMFCv8hOofjEgAAAABJRU5ErkJggg==',
].join('');
