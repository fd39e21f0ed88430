import type { ExerciseResult } from '../../results/results.ts';
import { html, type Html } from '../html.ts';
import { exerciseId, webAddress } from '../links.ts';
import { titleOf, type Scene } from '../scene.ts';
import { cut } from '../visible.ts';
import type { HandedIn } from '../facts/handed-in.ts';
import { checkList } from './check-list.ts';
import { listing } from './listing.ts';
import { exerciseMark } from './outcome.ts';
import { timeline } from './timeline.ts';

const LONGEST_OUTPUT = 20_000;

/** One exercise of a submission: verdicts first, then the evidence. */
export function exercise(scene: Scene, result: ExerciseResult, file: HandedIn): Html {
  const { words } = scene;
  const { say, of } = words;
  const { points, maxPoints: max, outcome, trouble } = result;
  const id = exerciseId(result.exercise);
  const isElsewhere = file.shownWith !== result.exercise;
  const isAbsent = outcome === 'missing' || outcome === 'to-do';
  return html`<section class="panel" aria-labelledby="${id}">
    <h2 id="${id}">${titleOf(scene, result.exercise)}</h2>
    <p>${exerciseMark(words, result)} <strong>${say('html.points', { points, max })}</strong></p>
    ${result.broken && html`<p class="notice">${say('html.trouble.scored')}</p>`}${
      isAbsent && html`<p>${say(`html.${outcome}`)}</p>`
    }${trouble !== null && html`<p class="notice bad">${say('html.trouble-line', { trouble: of(trouble) })}</p>`}${result.notes.map(
      (note) => html`<p class="notice">${of(note)}</p>`,
    )}${
      !isAbsent &&
      html`<h3>${say('html.checks')}</h3>
        ${checkList(words, result, file)}${runLink(scene, result)}`
    }${figures(scene, result)}${isElsewhere ? toldWith(scene, file) : run(scene, result, file)}
  </section> `;
}

/** What the file printed, asked and took, and the file itself. */
function run(scene: Scene, result: ExerciseResult, file: HandedIn): Html {
  const { words } = scene;
  const ran = result.outcome !== 'missing' && result.outcome !== 'to-do';
  return html`${
    file.holdsSeveral && html`<p class="quiet">${words.say('html.runs-several')}</p>`
  }${output(scene, result)}${
    ran && [
      html`<p class="quiet small">${spent(scene, result)}</p>`,
      timeline(scene, result),
      sourceOf(scene, result, file),
    ]
  }`;
}

function toldWith(scene: Scene, { shownWith }: HandedIn): Html {
  return html`<p class="quiet">
    ${scene.words.say('html.ran-with')}
    <a href="#${exerciseId(shownWith)}">${titleOf(scene, shownWith)}</a>
  </p>`;
}

function runLink({ words }: Scene, { url }: ExerciseResult): Html | null {
  const address = webAddress(url);
  return address === null
    ? null
    : html`<p>
        <a href="${address}" rel="noreferrer">${words.say('html.run-link')}</a>
        <span class="quiet small">${words.say('html.run-link.how')}</span>
      </p>`;
}

function spent({ words }: Scene, { durationMs, limitMs, memoryBytes }: ExerciseResult): string {
  const { say, duration, size } = words;
  const time =
    durationMs === null
      ? []
      : limitMs === null
        ? [say('html.took', { duration: duration(durationMs) })]
        : [say('html.took-of', { duration: duration(durationMs), limit: duration(limitMs) })];
  const memory = memoryBytes === null ? [] : [say('html.used', { size: size(memoryBytes) })];
  return [...time, ...memory].join(' · ');
}

function figures({ words, links }: Scene, result: ExerciseResult): Html | null {
  if (result.figures.length === 0) return null;
  const { say } = words;
  return html`<h3>${say('html.figures')}</h3>
    ${result.figures.map(({ artifact, path }) => {
      const text = say('html.figure', { artifact });
      return html`<figure>
        <img src="${links.outFile(path)}" alt="${text}" />
        <figcaption>${text}</figcaption>
      </figure>`;
    })}`;
}

function output({ words }: Scene, { output }: ExerciseResult): Html | null {
  if (output.trim() === '') return null;
  return html`<details>
    <summary>${words.say('html.output')}</summary>
    <pre>${cut(output, LONGEST_OUTPUT)}</pre>
    ${output.length > LONGEST_OUTPUT && html`<p class="quiet">${words.say('html.output.cut')}</p>`}
  </details>`;
}

function sourceOf({ words }: Scene, { file }: ExerciseResult, shown: HandedIn): Html | null {
  if (file === null) return null;
  const { say } = words;
  return html`<details>
    <summary>${say('html.source')}</summary>
    <p class="quiet small">${say('html.source.file', { source: file.source, path: file.path })}</p>
    ${listing(words, shown)}${
      shown.isCut && html`<p class="quiet">${say('html.cut', { path: file.path })}</p>`
    }
  </details>`;
}
