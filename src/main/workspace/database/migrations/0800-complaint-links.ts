import { sql, type Kysely } from 'kysely'

interface Linked {
  readonly id: string
  readonly ordinal: number
  readonly link: string
}

/** Rows of one statement. */
const many = 400

/**
 * The address of a public comment as it is compared, so that one that is registered twice is known
 * again. Only the few that have an address stand in the index.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('complaint').addColumn('link_key', 'text').execute()
  for (let after = 0; ;) {
    const { rows } = await sql<Linked>`select id, ordinal, link from complaint
      where ordinal > ${after} and link <> '' order by ordinal limit ${many}`.execute(db)
    const last = rows.at(-1)
    if (last === undefined) break
    after = last.ordinal
    const keyed = rows.flatMap(({ id, link }) => {
      const key = keyOf(link)
      return key === null ? [] : [{ id, key }]
    })
    if (keyed.length === 0) continue
    const cases = keyed.map(({ id, key }) => sql`when ${id} then ${key}`)
    await sql`update complaint set link_key = case id ${sql.join(cases, sql` `)} end
      where id in (${sql.join(keyed.map(({ id }) => id))})`.execute(db)
  }
  await db.schema
    .createIndex('complaint_link')
    .on('complaint')
    .columns(['link_key', 'ordinal'])
    .where(sql.ref('link_key'), 'is not', null)
    .execute()
}

const doors = /^(?:www|m|mobile|mbasic|web|touch|ms-my|en-gb)\.(?=[^.]+\.)/
const houses: Readonly<Record<string, string>> = {
  'twitter.com': 'x.com',
  'fb.com': 'facebook.com',
}
const rubbish =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|igsh|igshid|mibextid|mc_[ce]id|ref|ref_src|ref_url|rdid|share_url|share_id|locale|_rdr|__(?:tn|xts|cft|eep)__.*)$/i
const ownRubbish: Readonly<Record<string, readonly string[]>> = {
  ...{ 'x.com': ['s', 't'], 'youtube.com': ['si', 'feature', 't', 'pp'] },
}

/** As the register compares addresses at this version. */
function keyOf(link: string): string | null {
  if (!URL.canParse(link)) return null
  const url = new URL(link)
  if (!/^https?:$/.test(url.protocol)) return null
  const door = url.hostname.toLowerCase().replace(doors, '')
  const path = url.pathname.replace(/\/+$/, '')
  if (door === 'youtu.be') return path === '' ? null : `youtube.com/watch?v=${path.slice(1)}`
  const host = houses[door] ?? door
  const own = ownRubbish[host] ?? []
  const asked = [...url.searchParams]
    .filter(([name]) => !rubbish.test(name) && !own.includes(name))
    .map(([name, value]) => `${name}=${value}`)
    .toSorted()
    .join('&')
  if (path === '' && asked === '') return null
  return asked === '' ? `${host}${path}` : `${host}${path}?${asked}`
}
