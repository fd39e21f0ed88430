import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** A drawing, in pixels; `mlflow.logFigure` takes it. */
export interface Figure {
  readonly width: number;
  readonly height: number;
  /** The file `….svg`. */
  toSvg(): string;
  /** The file `….png`, at twice the drawing's size in both directions, for sharp screens. */
  toPng(): Uint8Array;
}

const PIXELS_PER_UNIT = 2;

/** @param svg a whole SVG document of that size, its text in DejaVu Sans */
export function figureOf(svg: string, width: number, height: number): Figure {
  return { width, height, toSvg: () => svg, toPng: () => renderPng(svg) };
}

function renderPng(svg: string): Uint8Array {
  // Loaded when first used: most programs draw nothing.
  const { Resvg }: typeof import('@resvg/resvg-js') = require('@resvg/resvg-js');
  const fonts = ['DejaVuSans', 'DejaVuSans-Bold'];
  const image = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: PIXELS_PER_UNIT },
    font: {
      // The fonts of the machine are left alone: without any, text would silently be missing.
      loadSystemFonts: false,
      fontFiles: fonts.map((font) => require.resolve(`dejavu-fonts-ttf/ttf/${font}.ttf`)),
      defaultFontFamily: 'DejaVu Sans',
    },
  });
  return image.render().asPng();
}
