import type { Locator, Page } from '@playwright/test'
import type {} from './clientInPage.ts'
import { furnish } from './furnish.ts'
import type { Application } from './launch.ts'

/** Keys that do not write: each is counted, text is not. */
export interface Strokes {
  press(key: string): Promise<void>
  /** What somebody would have to type in any form. */
  type(text: string): Promise<void>
  readonly count: number
}

export function strokes(page: Page): Strokes {
  let count = 0
  return {
    async press(key) {
      count += 1
      await page.keyboard.press(key)
    },
    async type(text) {
      await page.keyboard.type(text)
    },
    get count() {
      return count
    },
  }
}

/** The row of a complaint in the list. */
export function line(page: Page, text: string | RegExp): Locator {
  return page.getByRole('gridcell').filter({ hasText: text })
}

/** What is registered over and over: one with each kind of trouble, road and channel. */
const samples = [
  {
    ...{ what: 'Lubang besar di lorong kiri, tayar kereta WXY 1234 pecah', channel: 'phone' },
    ...{ kind: 'federal-road', subKind: 'pothole', road: 'FT4', fromMetres: 12_300 },
    ...{ state: 'MY-06', district: 'Raub', place: 'Hadapan pasar', urgent: 'pothole' },
  },
  {
    ...{ what: 'Lampu jalan tidak menyala sejak minggu lalu', channel: 'facebook' },
    ...{ kind: 'state-road', subKind: null, road: 'A15', fromMetres: 3_000 },
    ...{ state: 'MY-08', district: 'Manjung', place: '', urgent: null },
  },
  {
    ...{ what: 'Papan tanda tumbang di susur keluar', channel: 'x', kind: 'tolled-highway' },
    ...{ subKind: null, road: 'E1', fromMetres: 305_500 },
    ...{ state: 'MY-10', district: 'Hulu Selangor', place: 'Susur Rawang', urgent: null },
  },
  {
    ...{ what: 'Longkang tersumbat dan air melimpah ke atas jalan', channel: 'sispaa' },
    ...{ kind: 'federal-road', subKind: 'flooding', road: 'FT5', fromMetres: null },
    ...{ state: 'MY-10', district: 'Klang', place: 'Simpang Kapar', urgent: null },
  },
  {
    ...{ what: 'Kren di tapak bina menghala ke jalan tanpa penghadang', channel: 'email' },
    ...{ kind: 'construction-safety', subKind: null, road: null, fromMetres: null },
    ...{ state: 'MY-14', district: '', place: 'Jalan Ampang', urgent: null },
  },
]
const names = ['Rosli bin Hamid', 'Tan Siew Ling', 'Kavitha a/p Raju', 'Aisyah binti Osman']

/**
 * A workspace with an officer, a designer, a viewer and `count` complaints, each an hour after the
 * one before. The application is closed then.
 * @param also what else is to be there, by the workspace's own calls
 */
export async function fillRegister(
  application: Application,
  count: number,
  also: (application: Application) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await furnish(application)
  await application.window.evaluate(
    async ([given, named, wanted]) => {
      const { people } = window.clientInPage.workspace
      await people.add({ name: 'Hafiz Othman', post: 'Pegawai', roles: ['complaints-officer'] })
      await people.add({ name: 'Lim Mei Ling', post: 'Pereka', roles: ['designer'] })
      await people.add({ name: 'Nor Azlan', post: 'Pemerhati', roles: ['viewer'] })
      const first = Date.now() - wanted * 3_600_000
      for (let at = 0; at < wanted; at += 1) {
        const sample = given[at % given.length]
        const name = named[at % named.length]
        if (sample === undefined || name === undefined) throw new Error('There are no samples')
        const fields = {
          ...sample,
          ...{ accountId: null, link: '', answers: {}, toMetres: null },
          reference: sample.channel === 'sispaa' ? `JKR.600-${1000 + at}` : '',
          receivedAt: new Date(first + at * 3_600_000).toISOString(),
        }
        const contact = { name, phone: `012-345 ${6000 + (at % 4)}`, email: '', address: '' }
        const complainant =
          at % 3 === 2
            ? { kind: 'anonymous' as const }
            : { kind: 'new' as const, contact: { ...contact, identityNumber: '' } }
        await window.clientInPage.call('complaints.add', { fields, complainant })
      }
    },
    [samples, names, count] as const,
  )
  await also(application)
  await application.close()
}
