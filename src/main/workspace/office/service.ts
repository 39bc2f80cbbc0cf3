import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import { Office, ScreenLockRule, type office } from '#contract/office'
import { Instant } from '#contract/values'
import { beginning, verifyChain } from '../audit.ts'
import type { Contexts } from '../context.ts'
import {
  auditChain,
  auditEnd,
  auditPage,
  lastSaved,
  readReminders,
  readSetting,
  remindersSetting,
  writeSetting,
  officeSetting,
} from './queries.ts'

export const screenLockSetting = 'screen-lock'

/** Ten minutes: long enough to read a page, short enough for a lunch break. Ours. */
export const defaultScreenLock: ScreenLockRule = { idleSeconds: 600 }

export interface OfficeParts {
  readonly auditKey: Uint8Array
  /** Bytes of the database and the media store on disk. */
  readonly bytesOnDisk: () => Promise<number>
}

export function officeHandlers(parts: OfficeParts): SliceHandlers<typeof office, Contexts> {
  return {
    async read({ db }) {
      const found = await readSetting(db, officeSetting, Office)
      if (found === null) throw new WorkspaceError('unexpected', { missing: officeSetting })
      return found
    },

    async change({ db, writer, record }, wanted) {
      const before = await readSetting(db, officeSetting, Office)
      await writeSetting(writer, officeSetting, wanted)
      const fields = (['unitName', 'letterhead', 'logo', 'language'] as const).filter(
        (field) => JSON.stringify(before?.[field]) !== JSON.stringify(wanted[field]),
      )
      record('setting', officeSetting, fields)
      return wanted
    },

    screenLock: async ({ db }) =>
      (await readSetting(db, screenLockSetting, ScreenLockRule)) ?? defaultScreenLock,

    async changeScreenLock({ writer, record }, wanted) {
      await writeSetting(writer, screenLockSetting, wanted)
      record('setting', screenLockSetting, ['idleSeconds'])
      return wanted
    },

    reminders: ({ db }) => readReminders(db),

    async changeReminders({ writer, record }, wanted) {
      await writeSetting(writer, remindersSetting, wanted)
      record('setting', remindersSetting, Object.keys(wanted))
      return wanted
    },

    async footprint({ db }) {
      const saved = await lastSaved(db)
      return {
        bytes: await parts.bytesOnDisk(),
        savedAt: saved === null ? null : Instant.parse(saved),
      }
    },

    auditLog: ({ db }, { before, limit }) => auditPage(db, before, limit),

    async auditHead({ db }) {
      const { entries, head } = await auditEnd(db)
      return { entries, head: head ?? beginning }
    },

    verifyAudit: async ({ db }) => verifyChain(await auditChain(db), parts.auditKey),
  }
}
