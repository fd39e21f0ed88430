/** Where MLflow puts what no workspace was named for. */
const DEFAULT_WORKSPACE = 'default';

/**
 * What is wrong with a path below the artifact proxy, or null. MLflow decodes paths again and again, and checks only
 * some of the forms on the way (`./workspaces/…` reads other workspaces from the default one): here every form is.
 *
 * @param path percent-encoded as in a URL
 * @param workspace the submission's own; undefined for a server's default one
 */
export function artifactPathTrouble(path: string, workspace: string | undefined): string | null {
  return inEveryForm(path, (form) => {
    if (/^[a-z][a-z0-9+.-]*:/i.test(form)) return 'names a scheme';
    const [first, second] = form.split('/');
    if (first !== 'workspaces') return null;
    return second === (workspace ?? DEFAULT_WORKSPACE) ? null : 'is not your own';
  });
}

/** The same for a path below a run's or a model's own folder. */
export function relativePathTrouble(path: string): string | null {
  return inEveryForm(path, (form) => (/^file:/i.test(form) ? 'names a scheme' : null));
}

/** Text that is decoded already, as a path of a URL. */
export function toEncoded(text: string): string {
  return encodeURI(text.toWellFormed());
}

/** As often as MLflow decodes. */
const MOST_DECODINGS = 10;

function inEveryForm(path: string, trouble: (form: string) => string | null): string | null {
  let form = path;
  for (let i = 0; i <= MOST_DECODINGS; i += 1) {
    const decoded = decode(form);
    const found = segmentTrouble(decoded) ?? trouble(decoded);
    if (found !== null) return found;
    if (decoded === form) return null;
    form = decoded;
  }
  return 'is encoded too often';
}

function segmentTrouble(path: string): string | null {
  // A slash at the end is how a folder may be written; `//` would begin another server's name.
  const segments = path.replace(/\/$/, '').split('/');
  if (path !== '' && segments.includes('')) return 'has an empty part';
  if (segments.some((segment) => segment === '..' || segment === '.')) return 'leads out';
  if (/[\\\p{Cc}]/u.test(path)) return 'has a backslash or a control character';
  return null;
}

/** As Python's `unquote`: what is not an encoding stays, and bytes that are no UTF-8 become a sign that says so. */
function decode(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => {
    return Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8');
  });
}
