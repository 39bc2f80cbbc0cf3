import { afterPack } from './afterPack.mjs'

/**
 * In Electron on Linux, WebAssembly stands in for native sharp; elsewhere it is the other way round.
 * A package is made on the system it is for: only there npm has brought that system's binaries.
 */
const otherSharp =
  process.platform === 'linux'
    ? ['!node_modules/@img/sharp-l*/**']
    : ['!node_modules/@img/sharp-wasm32/**', '!node_modules/@emnapi/**']

/** @type {import('electron-builder').Configuration} */
const configuration = {
  appId: 'my.gov.jkr.bkk.ruangkerja',
  productName: 'Ruang Kerja BKK',
  copyright: 'Bahagian Komunikasi Korporat, Jabatan Kerja Raya Malaysia',
  directories: { output: 'dist', buildResources: 'resources/icons' },
  files: [
    'out/**',
    'resources/**',
    'package.json',
    '!node_modules/better-sqlite3/{deps,src}/**',
    '!node_modules/better-sqlite3/prebuilds/!(${platform}-${arch}).node',
    '!node_modules/node-addon-api/**',
    '!node_modules/sharp/{src,install}/**',
    ...otherSharp,
  ],
  asar: true,
  // Native code is loaded by the operating system, which cannot look into the archive.
  asarUnpack: ['**/node_modules/better-sqlite3/prebuilds/**', '**/node_modules/@img/**'],
  // Binaries come ready made from npm; nothing is compiled and nothing fetched while packing.
  npmRebuild: false,
  electronLanguages: ['ms', 'en-GB', 'en-US'],
  afterPack,
  publish: null,
  win: {
    target: [{ target: 'nsis', arch: ['x64'] }],
  },
  nsis: {
    // For every user of the machine, where only an administrator can change the files: the check
    // of the archive's integrity means nothing in a folder that the user can write to.
    oneClick: false,
    perMachine: true,
    allowToChangeInstallationDirectory: true,
    deleteAppDataOnUninstall: false,
    artifactName: 'Ruang-Kerja-BKK-${version}-${arch}.${ext}',
  },
  mac: {
    target: ['dmg'],
    category: 'public.app-category.productivity',
  },
  linux: {
    target: ['dir'],
    category: 'Office',
    executableName: 'ruang-kerja-bkk',
  },
}

export default configuration
