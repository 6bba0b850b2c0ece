/** Node with an encrypted file open and nothing else. */
import { randomBytes } from 'node:crypto';
import process from 'node:process';
import { dataKeyLength, openDatabase } from '#electron/store/database.ts';
import { settledMemory } from './settledMemory.ts';

const db = openDatabase(process.argv[2] ?? '', randomBytes(dataKeyLength), { create: true });
db.exec('CREATE TABLE thing (id INTEGER PRIMARY KEY) STRICT');
console.log(await settledMemory());
