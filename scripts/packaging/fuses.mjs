import {
  flipFuses,
  FuseState,
  FuseV1Options,
  FuseVersion,
  getCurrentFuseWire,
} from '@electron/fuses'

/**
 * What the shipped program can no longer be talked into, from the command line or by a file put
 * beside it. All nine are decided here; a fuse that a later Electron adds stops the packaging
 * until it is decided as well.
 */
const decided = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
}

/**
 * Sets the fuses in a packed executable (on macOS: the bundle).
 * @param {string} executable
 */
export async function setFuses(executable) {
  const wire = await getCurrentFuseWire(executable)
  const { [FuseV1Options.WasmTrapHandlers]: _ninth, ...eight } = decided
  // The closed-network runtime is older than the ninth fuse.
  const fuses = /** @type {typeof decided} */ (
    FuseV1Options.WasmTrapHandlers in wire ? decided : eight
  )
  await flipFuses(executable, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    resetAdHocDarwinSignature: process.platform === 'darwin',
    ...fuses,
  })
}

/**
 * @param {string} executable
 * @returns {Promise<string[]>} the fuses that differ from what was decided; missing ones too
 */
export async function wrongFuses(executable) {
  const wire = await getCurrentFuseWire(executable)
  return Object.entries(decided)
    .filter(([fuse, on]) => {
      const state = /** @type {Record<string, unknown>} */ (wire)[fuse]
      return state !== (on ? FuseState.ENABLE : FuseState.DISABLE)
    })
    .map(([fuse]) => FuseV1Options[Number(fuse)] ?? fuse)
}
