import { similarity, type Common, type Group } from '../facts/similarity.ts';
import { html, type Html } from '../html.ts';
import { titleOf, type Scene } from '../scene.ts';
import { linkTo, whoList } from './submission-links.ts';
import { table } from './table.ts';

const ROWS = 40;
/** Groups up to this many are named at once; larger ones are folded. */
const NAMED = 5;

/** Who has what in common with whom, and how usual that is in this class. */
export function similaritySection(scene: Scene): Html {
  const { say } = scene.words;
  const { groups, usual } = similarity(scene.results);
  return html`<section class="panel" aria-labelledby="similarity">
    <h2 id="similarity">${say('html.similarity')}</h2>
    <p>${say('html.similarity.why')}</p>
    ${
      groups.length === 0
        ? html`<p>${say('html.similarity.none')}</p>`
        : groupTable(scene, say('html.similarity.caption'), groups)
    }${
      groups.length > ROWS &&
      html`<p class="quiet">${say('html.more', { count: groups.length - ROWS })}</p>`
    }${
      usual.length > 0 &&
      html`<h3>${say('html.similarity.usual')}</h3>
        <p>${say('html.similarity.usual-why')}</p>
        ${groupTable(scene, say('html.similarity.usual'), usual)}`
    }
  </section>`;
}

function groupTable(scene: Scene, caption: string, groups: readonly Group[]): Html {
  const { say } = scene.words;
  const rows = groups.slice(0, ROWS).map(({ submissions, common }) => [
    submissions.length <= NAMED
      ? html`<ul class="plain">
          ${submissions.map((one) => html`<li>${linkTo(scene, one)}</li>`)}
        </ul>`
      : whoList(scene, submissions),
    html`<ul class="plain">
      ${common.map((one) => html`<li>${sentence(scene, one, submissions.length)}</li>`)}
    </ul>`,
  ]);
  return table(
    caption,
    [{ title: say('html.similarity.who') }, { title: say('html.similarity.what'), kind: 'w' }],
    rows,
  );
}

function sentence(scene: Scene, { kind, exercise, count, of }: Common, sharing: number): string {
  const { say } = scene.words;
  return exercise === null
    ? say(`html.similarity.${kind}`, { count, sharing, of })
    : say('html.similarity.source', { exercise: titleOf(scene, exercise), sharing, of });
}
