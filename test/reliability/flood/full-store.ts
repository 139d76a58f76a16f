// A store that is nearly full of parts of files, by SQL beside its server: what they hold is of no matter, what they weigh is.
import { PART_BYTES } from '../../../src/protocol/limits.ts'
import type { RunningServer } from '../../support/servers/running-server.ts'

const SIZE =
  'select (page_count - freelist_count) * page_size as n from pragma_page_count(), pragma_freelist_count(), pragma_page_size()'

export const bytesIn = async (server: RunningServer): Promise<number> =>
  Number((await server.query(SIZE))[0]?.['n'])

/** Adds whole parts until the store holds this share of a limit. Each is held, as those of reports are: no purge takes them. */
export async function fillStore(server: RunningServer, limitBytes: number, share: number): Promise<void> {
  const parts = Math.ceil((limitBytes * share - (await bytesIn(server))) / PART_BYTES)
  await server.query(
    `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${parts})
     insert into part_bytes (id, sha256, bytes) select abs(random()), lower(hex(randomblob(32))), zeroblob(${PART_BYTES}) from n`,
  )
  await server.query(
    `insert or ignore into parts (id, sha256, length_bytes, kept_on, leaving) select id, sha256, ${PART_BYTES}, date(), 0 from part_bytes`,
  )
  await server.query(
    `insert into part_holds (id, part, hold_hash, held_until) select id, sha256, lower(hex(randomblob(32))), '2199-12-31' from parts`,
  )
}
