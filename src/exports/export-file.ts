/** A file that an export asks its caller to write. */
export interface ExportFile {
  /** Relative to the folder of the export: letters, digits, hyphens, dots and slashes. */
  readonly path: string;
  readonly content: string;
}

/** Results for machines: two spaces would double the size of a class. */
export function jsonFile(path: string, value: object): ExportFile {
  return { path, content: `${JSON.stringify(value, null, 1)}\n` };
}
