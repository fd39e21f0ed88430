import pMap from 'p-map';
import type { OutFolder } from '../bulk/out-folder.ts';
import { reportFiles } from '../html/report-files.ts';
import type { Language } from '../messages/sentence.ts';
import type { Results } from '../results/results.ts';

const FOLDER = 'report';
/** Each page waits for the disk; more at once would only hold more of them in memory. */
const AT_ONCE = 8;

/**
 * Writes the HTML report anew; pages of submissions that are gone go with it.
 *
 * @returns path of the page to open
 */
export async function writeReport(
  results: Results,
  out: OutFolder,
  language: Language,
): Promise<string> {
  await out.remove(FOLDER);
  const readText = async (path: string) => await out.read(...path.split('/'));
  await pMap(
    reportFiles(results, { language, readText }),
    async ({ path, content }) => await out.write(content, FOLDER, ...path.split('/')),
    { concurrency: AT_ONCE },
  );
  return out.file(FOLDER, 'index.html');
}
