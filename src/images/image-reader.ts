import type { ImageFact } from '../judge/snapshot.ts';
import { decodeImage } from './decode-image.ts';
import { drawAnew } from './draw-anew.ts';

/** What became of a stranger's image file. */
export interface ReadImage {
  readonly fact: ImageFact;
  /** Its pixels as a PNG of ours; null when it is no image. */
  readonly png: Uint8Array | null;
}

/** Something in which strangers' images are decoded; trouble that is not the image's is thrown. */
export interface ImageReader {
  /** What it is, for the verdict. */
  look(bytes: Uint8Array): Promise<ImageFact>;
  /** The same, and drawn anew, for a report. */
  read(bytes: Uint8Array): Promise<ReadImage>;
}

/** In this process: enough where a person grades their own files. */
export const readImagesHere: ImageReader = {
  look: decodeImage,
  async read(bytes) {
    const fact = await decodeImage(bytes);
    return { fact, png: fact.decoded ? await drawAnew(bytes) : null };
  },
};
