import exifr from 'exifr';
import { Jimp } from 'jimp';
import { isPlainDate } from '../../../shared/kernel/plainDate.ts';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import { pictureSize, type FileType } from './fileTypes.ts';

const longestSide = 1920;
const mostPixels = 120_000_000;
const jpegQuality = 86;

export interface Picture {
  readonly bytes: Uint8Array;
  /** Day on which the camera took it, as the camera says. */
  readonly takenOn: string | null;
}

/**
 * Turns a photo upright, scales it to at most 1920 pixels on its longer side and leaves out what the camera wrote into it
 * (place, device); the day is kept apart. Small PNG pictures stay as they are. Failure `invalidInput`.
 */
export async function preparePicture(
  name: string,
  bytes: Uint8Array,
  type: FileType,
): Promise<Result<Picture>> {
  const size = pictureSize(bytes);
  if (!size || size.width === 0 || size.height === 0) return unreadable(name);
  if (size.width * size.height > mostPixels) {
    return failure(
      'invalidInput',
      `“${name}”的尺寸过大（${size.width}×${size.height} 像素）。请先用图片软件缩小后再添加。`,
    );
  }
  const fits = Math.max(size.width, size.height) <= longestSide;
  if (type.mediaType === 'image/png' && fits) return success({ bytes, takenOn: null });
  try {
    const takenOn = await captureDay(bytes);
    const picture = await Jimp.fromBuffer(Buffer.from(bytes));
    if (Math.max(picture.width, picture.height) > longestSide) {
      picture.scaleToFit({ w: longestSide, h: longestSide });
    }
    const smaller =
      type.mediaType === 'image/png'
        ? await picture.getBuffer('image/png')
        : await picture.getBuffer('image/jpeg', { quality: jpegQuality });
    return success({ bytes: smaller, takenOn });
  } catch {
    // The decoders throw on damaged pictures, each in its own way.
    return unreadable(name);
  }
}

async function captureDay(bytes: Uint8Array): Promise<string | null> {
  const tags: unknown = await exifr
    .parse(bytes, { pick: ['DateTimeOriginal', 'CreateDate'], reviveValues: false })
    .catch(() => null);
  if (typeof tags !== 'object' || tags === null) return null;
  const found = Object.values(tags).find((value): value is string => typeof value === 'string');
  const day = found?.slice(0, 10).replaceAll(':', '-') ?? '';
  return isPlainDate(day) ? day : null;
}

function unreadable(name: string): Result<never> {
  return failure('invalidInput', `图片“${name}”打不开，可能已损坏。请重新拍摄或换一张。`);
}
