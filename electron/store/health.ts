import { sql } from 'kysely';
import type { HealthReport } from '../../shared/contract/upkeep.ts';
import { checkAttachments } from './attachments/attachments.ts';
import { databaseFailureOf } from './database.ts';
import type { ReadHandle } from './handles.ts';
import { readKeyFileInfo } from './keys/keyFile.ts';
import { firstRowOf } from './query.ts';
import { verifyChain } from './records/revisions.ts';
import { schemaDifference } from './schema/schemaDifference.ts';
import { countIndexGaps } from './records/searchIndex.ts';
import type { Store } from './store.ts';

type Line = HealthReport['lines'][number];

const damaged = '检查中发现数据文件已损坏。请立即停止录入，用最近的备份恢复，原文件请保留备查。';

/**
 * Reads everything the school has and says, in sentences, what is in order and what isn't. Changes nothing.
 * @param progress told before each thing that is looked at
 */
export function checkHealth(
  store: Store,
  progress: (phrase: string, done: number, total: number) => void = () => undefined,
): HealthReport {
  const h = store.read;
  const checks: readonly (readonly [phrase: string, check: () => Line])[] = [
    ['正在读数据文件', () => checkPages(h)],
    ['正在核对明细', () => checkReferences(h)],
    ['正在核对数据结构', () => checkSchema(h)],
    ['正在核对修改记录', () => checkRevisions(h)],
    ['正在核对每条记录', () => checkRevisionCounts(h)],
    ['正在核对搜索索引', () => checkIndex(h)],
    ['正在打开附件', () => checkFiles(store)],
    ['正在检查钥匙文件', () => checkKeys(store)],
  ];
  const lines = checks.map(([phrase, check], index) => {
    progress(phrase, index, checks.length);
    try {
      return check();
    } catch (error) {
      const known = databaseFailureOf(error);
      if (!known) throw error;
      return bad(known.kind === 'damaged' ? damaged : known.sentence);
    }
  });
  const unique = lines.filter(
    (line, index) => lines.findIndex(({ sentence }) => sentence === line.sentence) === index,
  );
  return { healthy: unique.every((line) => line.good), lines: unique };
}

function checkPages(h: ReadHandle): Line {
  const answer: unknown = h.db.pragma('integrity_check(1)', { simple: true });
  return answer === 'ok' ? good('数据文件完整，每一页都能读取。') : bad(damaged);
}

function checkReferences(h: ReadHandle): Line {
  const broken = h.db.pragma('foreign_key_check') as unknown[];
  return broken.length === 0
    ? good('明细和记录的对应关系正确。')
    : bad(`有 ${broken.length} 行明细找不到所属的记录。请用最近的备份核对。`);
}

function checkSchema(h: ReadHandle): Line {
  const { statements, conflicts } = schemaDifference(h.db, [...h.ledgers.values()]);
  return statements.length === 0 && conflicts.length === 0
    ? good('数据结构与当前版本的程序一致。')
    : bad('数据结构与当前版本的程序不一致。请重新安装程序；仍不一致时请用备份恢复。');
}

function checkRevisions(h: ReadHandle): Line {
  const chain = verifyChain(h);
  return chain.ok
    ? good(`修改记录前后相连，共 ${chain.value} 条，没有被改动过。`)
    : bad(chain.failure.sentence);
}

/** A chain that was cut short at its end still joins; the records' own counts tell. */
function checkRevisionCounts(h: ReadHandle): Line {
  let different = 0;
  for (const definition of h.ledgers.values()) {
    const row = firstRowOf(
      h,
      sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.id(definition.table)} r
        WHERE r.revision IS NOT (SELECT max(v.number) FROM revision v WHERE v.record_id = r.id)`,
    );
    different += row?.n ?? 0;
  }
  return different === 0
    ? good('每条记录都有完整的修改记录。')
    : bad(`有 ${different} 条记录与它的修改记录对不上，可能有人绕过程序改过数据。请与最近的备份核对。`);
}

function checkIndex(h: ReadHandle): Line {
  const gaps = countIndexGaps(h);
  return gaps === 0
    ? good('搜索索引与记录一致。')
    : bad(`搜索索引缺 ${gaps} 处，有些记录可能搜不到。请用最近的备份核对。`);
}

function checkFiles(store: Store): Line {
  const { total, missing, damaged: unreadable, orphans } = checkAttachments(store);
  if (missing > 0 || unreadable > 0) {
    return bad(
      `附件共 ${total} 个，其中 ${missing} 个找不到文件，${unreadable} 个已损坏。请从备份恢复这些附件。`,
    );
  }
  return good(
    orphans === 0
      ? `附件共 ${total} 个，都能打开。`
      : `附件共 ${total} 个，都能打开；另有 ${orphans} 个多余的文件，不影响使用。`,
  );
}

function checkKeys(store: Store): Line {
  const info = readKeyFileInfo(store.folder);
  return info.ok
    ? good(`钥匙文件完整，有 ${info.value.accounts.length} 个账户可以打开数据。`)
    : bad(info.failure.sentence);
}

function good(sentence: string): Line {
  return { good: true, sentence };
}

function bad(sentence: string): Line {
  return { good: false, sentence };
}
