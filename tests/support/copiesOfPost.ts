import type { TestWorkspace } from './workspace.ts'

/**
 * Copies of the one post there is, spread over ten years from 2020 on by its day and its first slot,
 * and of its accounts; on SQLite only.
 */
export async function fillWithCopies(test: TestWorkspace, howMany: number): Promise<void> {
  const spread = `date('2020-01-01', '+' || (n % 3650) || ' days')`
  const columns = (await test.rows<{ name: string }>(`select name from pragma_table_info('post')`))
    .map(({ name }) => name)
    .map((name) => {
      if (name === 'id') return `printf('%08x-0000-4000-8000-000000000000', n)`
      return name === 'day' || name === 'first_day' ? spread : name
    })
  const numbers = `with recursive counted(n) as (select 1 union all select n + 1 from counted where n < ${howMany})`
  await test.rows(`insert into post ${numbers} select ${columns.join(', ')} from post, counted`)
  await test.rows(
    `insert into post_account select p.id, a.account_id, a.place, a.body, null, null
     from post p, post_account a where p.id not in (select post_id from post_account)`,
  )
}
