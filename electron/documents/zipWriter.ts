import type { Writable, WritableOptions } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw, type ZlibOptions } from 'node:zlib';

interface Entry {
  readonly name: Buffer;
  /** Where its local header stands. */
  readonly start: number;
  readonly check: number;
  readonly packed: number;
  readonly unpacked: number;
}

/** Some pieces wait to be packed while others are made. */
const packing: ZlibOptions & WritableOptions = { chunkSize: 2 ** 16, highWaterMark: 2 ** 20 };
/** Zip 2.0; sizes and checksum follow the content, names are UTF-8; deflate. */
const [version, flags, deflated] = [20, 0x0808, 8];
/** The beginning of 1980: the same content makes the same file, whenever it is written. */
const [time, date] = [0, 0x0021];

/** Writes a zip container into a stream; no entry is ever whole in memory. When the stream fails, so does the call. */
export class ZipWriter {
  readonly #stream: Writable;
  readonly #entries: Entry[] = [];
  #at = 0;

  constructor(stream: Writable) {
    this.#stream = stream;
  }

  /** Writes an entry from pieces of text, best of some 50,000 characters, and hands on what their generator returns. */
  async add<T>(name: string, pieces: Iterator<string, T>): Promise<T> {
    const entry = { name: Buffer.from(name), start: this.#at, check: 0, packed: 0, unpacked: 0 };
    await this.#put(fields([4, 0x04034b50], [2, version], ...headOf(entry), [2, 0]), entry.name);
    let next = pieces.next();
    const bytes = function* () {
      for (; !next.done; next = pieces.next()) {
        const piece = Buffer.from(next.value);
        entry.check = crc32(piece, entry.check);
        entry.unpacked += piece.length;
        yield piece;
      }
    };
    await pipeline(bytes, createDeflateRaw(packing), async (packed: AsyncIterable<Buffer>) => {
      for await (const piece of packed) {
        entry.packed += piece.length;
        await this.#put(piece);
      }
    });
    await this.#put(fields([4, 0x08074b50], [4, entry.check], [4, entry.packed], [4, entry.unpacked]));
    this.#entries.push(entry);
    if (!next.done) throw new Error(`${name} was not written to its end.`);
    return next.value;
  }

  /** Writes the directory and ends the stream. */
  async end(): Promise<void> {
    const start = this.#at;
    for (const entry of this.#entries)
      await this.#put(
        fields(
          [4, 0x02014b50],
          [2, version],
          [2, version],
          ...headOf(entry),
          [2, 0],
          [2, 0],
          [2, 0],
          [2, 0],
          [4, 0],
          [4, entry.start],
        ),
        entry.name,
      );
    const count = this.#entries.length;
    await this.#put(
      fields(
        [4, 0x06054b50],
        [2, 0],
        [2, 0],
        [2, count],
        [2, count],
        [4, this.#at - start],
        [4, start],
        [2, 0],
      ),
    );
    this.#stream.end();
    await finished(this.#stream);
  }

  async #put(...parts: readonly Uint8Array[]): Promise<void> {
    for (const part of parts) {
      this.#at += part.length;
      await new Promise<void>((resolve, reject) => {
        this.#stream.write(part, (error) => (error ? reject(error) : resolve()));
      });
    }
  }
}

type Field = readonly [bytes: 2 | 4, value: number];

/** What the local header and the directory say alike; in the local one sizes and checksum are still 0. */
function headOf({ name, check, packed, unpacked }: Entry): readonly Field[] {
  return [
    [2, flags],
    [2, deflated],
    [2, time],
    [2, date],
    [4, check],
    [4, packed],
    [4, unpacked],
    [2, name.length],
  ];
}

function fields(...all: readonly Field[]): Buffer {
  const bytes = Buffer.alloc(all.reduce((sum, [length]) => sum + length, 0));
  let at = 0;
  for (const [length, value] of all) at = bytes.writeUIntLE(value, at, length);
  return bytes;
}
