import { createHmac, generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import { dataKeyLength } from '../database.ts';
import { standardCost, unwrapKey, wrapKey, wrappedKeySchema, type ScryptCost } from './keyWrapping.ts';
import { createRecoveryCode, readRecoveryCode } from './recoveryCode.ts';
import { finishRestore } from '../backups/restore.ts';
import type { SchoolFolder } from '../schoolFolder.ts';
import { writeFileSafely } from '../writeFileSafely.ts';

const keyFileSchema = z.object({
  format: z.literal(1),
  /** Shown while the data is locked. */
  schoolName: z.string().max(200),
  /** Tells which data key the slots hold, without telling the key. */
  keyId: z.string().max(100),
  accounts: z
    .array(
      z.object({ accountId: z.string().max(80), accountName: z.string().max(200), key: wrappedKeySchema }),
    )
    .max(1000),
  recovery: wrappedKeySchema.nullable(),
  device: z.object({ accountId: z.string().max(80), sealed: z.base64().max(100_000) }).nullable(),
});
type KeyFile = z.infer<typeof keyFileSchema>;

export interface AccountName {
  readonly id: string;
  readonly name: string;
}

/** What can be known while the data is locked. */
export interface KeyFileInfo {
  readonly schoolName: string;
  readonly accounts: readonly AccountName[];
  /** The account that unlocks on this PC without a password. */
  readonly deviceAccountId: string | null;
}

export interface KeyOptions {
  /** Cheaper derivation; refused outside tests. */
  readonly cost?: ScryptCost;
}

/**
 * Makes a new data key and its key file with one account. The recovery code is shown once and kept nowhere.
 * Failure `conflict` when the folder has a key file already.
 */
export function createKeyFile(
  folder: SchoolFolder,
  input: { readonly schoolName: string; readonly account: AccountName; readonly password: string },
  { cost = standardCost }: KeyOptions = {},
): Result<{ dataKey: Uint8Array; recoveryCode: string }> {
  if (existsSync(folder.keys))
    return failure('conflict', '这个文件夹里已经有一所学校的数据，请换一个文件夹。');
  const dataKey = randomBytes(dataKeyLength);
  const recoveryCode = createRecoveryCode();
  mkdirSync(folder.root, { recursive: true });
  save(folder, {
    format: 1,
    schoolName: input.schoolName,
    keyId: keyIdOf(dataKey),
    accounts: [slotOf(dataKey, input.account, input.password, cost)],
    recovery: wrapKey(dataKey, recoveryCode, 'recovery', cost),
    device: null,
  });
  return success({ dataKey, recoveryCode });
}

/** Failures: `notFound` (no key file), `damaged`. */
export function readKeyFileInfo(folder: SchoolFolder): Result<KeyFileInfo> {
  const file = load(folder);
  if (!file.ok) return file;
  const { schoolName, accounts, device } = file.value;
  return success({
    schoolName,
    accounts: accounts.map(({ accountId, accountName }) => ({ id: accountId, name: accountName })),
    deviceAccountId: device?.accountId ?? null,
  });
}

/** Failures: `wrongPassword` (also for an unknown name), `notFound` and `damaged` of the file. */
export function unlockWithPassword(
  folder: SchoolFolder,
  accountName: string,
  password: string,
): Result<{ dataKey: Uint8Array; accountId: string }> {
  const file = load(folder);
  if (!file.ok) return file;
  const slot = file.value.accounts.find((one) => one.accountName === accountName);
  const dataKey = slot && unwrapKey(slot.key, password, purposeOf(slot.accountId));
  if (!slot || !dataKey) {
    return failure(
      'wrongPassword',
      '密码不对，请检查大小写和输入法后再试。数据没有受影响；忘记密码时可以用恢复码打开。',
    );
  }
  return success({ dataKey, accountId: slot.accountId });
}

/** Failures: `invalidInput` (typing error), `wrongPassword` (code of another school or replaced), those of the file. */
export function unlockWithRecoveryCode(folder: SchoolFolder, typed: string): Result<{ dataKey: Uint8Array }> {
  const code = readRecoveryCode(typed);
  if (!code.ok) return code;
  const file = load(folder);
  if (!file.ok) return file;
  const dataKey = file.value.recovery && unwrapKey(file.value.recovery, code.value, 'recovery');
  return dataKey
    ? success({ dataKey })
    : failure('wrongPassword', '这个恢复码不是这份数据的，或者已经换过新的恢复码。请找最近一次打印的那张。');
}

/** Gives an account its own password. Failure `conflict` when another account has the name. */
export function addSlot(
  folder: SchoolFolder,
  dataKey: Uint8Array,
  account: AccountName,
  password: string,
  { cost = standardCost }: KeyOptions = {},
): Result<null> {
  return change(folder, dataKey, (file) => {
    if (file.accounts.some((slot) => slot.accountName === account.name || slot.accountId === account.id)) {
      return failure('conflict', `已经有名叫“${account.name}”的账户，请换一个名字（例如加上科室）。`);
    }
    return success({ ...file, accounts: [...file.accounts, slotOf(dataKey, account, password, cost)] });
  });
}

/** A new password (and name) for an account; makes the slot when it had none. Its unlocking on this PC ends. */
export function replaceSlot(
  folder: SchoolFolder,
  dataKey: Uint8Array,
  account: AccountName,
  password: string,
  { cost = standardCost }: KeyOptions = {},
): Result<null> {
  return change(folder, dataKey, (file) =>
    success({
      ...file,
      accounts: [
        ...file.accounts.filter((slot) => slot.accountId !== account.id),
        slotOf(dataKey, account, password, cost),
      ],
      device: file.device?.accountId === account.id ? null : file.device,
    }),
  );
}

/** Takes an account's access away. Failure `conflict` for the last one: nobody could open the data any more. */
export function removeSlot(folder: SchoolFolder, dataKey: Uint8Array, accountId: string): Result<null> {
  return change(folder, dataKey, (file) => {
    const accounts = file.accounts.filter((slot) => slot.accountId !== accountId);
    if (accounts.length === 0)
      return failure('conflict', '这是最后一个账户，停用后谁也打不开数据。请先新建另一个账户。');
    return success({ ...file, accounts, device: file.device?.accountId === accountId ? null : file.device });
  });
}

/** A new recovery code; the old one stops working. */
export function renewRecoveryCode(
  folder: SchoolFolder,
  dataKey: Uint8Array,
  { cost = standardCost }: KeyOptions = {},
): Result<{ recoveryCode: string }> {
  const recoveryCode = createRecoveryCode();
  const saved = change(folder, dataKey, (file) =>
    success({ ...file, recovery: wrapKey(dataKey, recoveryCode, 'recovery', cost) }),
  );
  return saved.ok ? success({ recoveryCode }) : saved;
}

/** The name shown while the data is locked. */
export function setSchoolName(folder: SchoolFolder, dataKey: Uint8Array, schoolName: string): Result<null> {
  return change(folder, dataKey, (file) => success({ ...file, schoolName }));
}

/** Keeps the data key as sealed by the operating system's key store for this PC; `null` ends it. */
export function setDeviceSlot(
  folder: SchoolFolder,
  dataKey: Uint8Array,
  slot: { readonly accountId: string; readonly sealed: Uint8Array } | null,
): Result<null> {
  return change(folder, dataKey, (file) =>
    success({
      ...file,
      device: slot && { accountId: slot.accountId, sealed: Buffer.from(slot.sealed).toString('base64') },
    }),
  );
}

/** What to hand to the key store; `null` when unlocking on this PC is off. */
export function readDeviceSlot(
  folder: SchoolFolder,
): Result<{ accountId: string; sealed: Uint8Array } | null> {
  const file = load(folder);
  if (!file.ok) return file;
  const { device } = file.value;
  return success(device && { accountId: device.accountId, sealed: Buffer.from(device.sealed, 'base64') });
}

/** Whether the key is the one of the folder's key file; also true when there is no readable key file. */
export function belongsToKeyFile(folder: SchoolFolder, dataKey: Uint8Array): boolean {
  const file = load(folder);
  return !file.ok || file.value.keyId === keyIdOf(dataKey);
}

/**
 * Really derives, seals, opens, refuses a wrong secret and signs, so that a machine whose cryptography doesn't work is
 * found before data depends on it.
 */
export function selfTest(): Result<null> {
  try {
    const key = randomBytes(dataKeyLength);
    const wrapped = wrapKey(key, '自检 self-test', 'self-test');
    const opened = unwrapKey(wrapped, '自检 self-test', 'self-test');
    const refused = unwrapKey(wrapped, '自检 self-tesT', 'self-test') === null;
    const pair = generateKeyPairSync('ed25519');
    const signed = verify(null, key, pair.publicKey, sign(null, key, pair.privateKey));
    if (opened && Buffer.compare(opened, key) === 0 && refused && signed) return success(null);
  } catch {
    // The sentence below says all that the user can do about it.
  }
  return failure(
    'unavailable',
    '这台电脑的加密功能不能正常工作，为安全起见程序没有打开数据。请更新系统或换一台电脑。',
  );
}

function slotOf(
  dataKey: Uint8Array,
  account: AccountName,
  password: string,
  cost: ScryptCost,
): KeyFile['accounts'][number] {
  return {
    accountId: account.id,
    accountName: account.name,
    key: wrapKey(dataKey, password, purposeOf(account.id), cost),
  };
}

function purposeOf(accountId: string): string {
  return `account ${accountId}`;
}

function keyIdOf(dataKey: Uint8Array): string {
  return createHmac('sha256', dataKey).update('school ledger key id').digest('hex').slice(0, 32);
}

function change(
  folder: SchoolFolder,
  dataKey: Uint8Array,
  make: (file: KeyFile) => Result<KeyFile>,
): Result<null> {
  const file = load(folder);
  if (!file.ok) return file;
  if (file.value.keyId !== keyIdOf(dataKey)) throw new Error('This key file belongs to another data key.');
  const changed = make(file.value);
  if (!changed.ok) return changed;
  save(folder, changed.value);
  return success(null);
}

function save(folder: SchoolFolder, file: KeyFile): void {
  writeFileSafely(folder.keys, `${JSON.stringify(file, null, 1)}\n`);
}

function load(folder: SchoolFolder): Result<KeyFile> {
  let text: string;
  finishRestore(folder);
  try {
    text = readFileSync(folder.keys, 'utf8');
  } catch {
    return failure('notFound', `没有找到钥匙文件（${folder.keys}），没有它就打不开数据。请从备份里恢复。`);
  }
  const parsed = keyFileSchema.safeParse(parseJson(text));
  return parsed.success
    ? success(parsed.data)
    : failure('damaged', `钥匙文件（${folder.keys}）已损坏，没有它就打不开数据。请从备份里恢复。`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
