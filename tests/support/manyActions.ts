/**
 * Three thousand minor findings, each with an action of one person, from long late to far away: SQL
 * for a workspace with one assessment that has a finding.
 */
export function manyActions(planner: string): string[] {
  return [
    `insert into assessment_finding (id, assessment_id, control_key, severity, finding, version,
     raised_at, raised_by)
   with recursive n(i) as (select 1 union all select i + 1 from n where i < 3000)
   select printf('70000000-0000-4000-8000-%012d', i), a.id, f.control_key, 'minor',
     'Kebertanggungjawapan terhadap ketidakselarasan penyelenggaraan ' || i, 1, a.started_at,
     a.started_by
   from n join assessment a on a.removed_at is null
     join (select control_key from assessment_finding limit 1) f`,
    `insert into corrective_action (id, finding_id, what, owner_id, due, progress, version, added_at)
   select replace(f.id, '70000000', '80000000'), f.id,
     'Memperkemas ketidakseragaman dan mengemaskinikan penyelenggaraan ' ||
       ltrim(substr(f.id, 25), '0'), p.id,
     date('2025-01-01', '+' || (substr(f.id, 25) / 2) || ' days'), 'open', 1, f.raised_at
   from assessment_finding f join (select id from person where name = '${planner}') p
   where f.id like '70000000%'`,
  ]
}
