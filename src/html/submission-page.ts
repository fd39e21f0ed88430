import type { SubmissionResult } from '../results/results.ts';
import { handedIn } from './facts/handed-in.ts';
import { isTroubled } from './facts/marks.ts';
import { html, type Html, type Piece } from './html.ts';
import { about } from './parts/about.ts';
import { exercise } from './parts/exercise.ts';
import { exerciseMark } from './parts/outcome.ts';
import { nameOf, shortName } from './parts/submission-links.ts';
import { table } from './parts/table.ts';
import { exerciseId } from './links.ts';
import { titleOf, type Scene } from './scene.ts';
import { shell } from './shell.ts';

/** What stands around a submission. */
export interface Neighbours {
  readonly previous: SubmissionResult | undefined;
  readonly next: SubmissionResult | undefined;
}

/** The page of a submission. @param sources of its files, by the exercise with which they are shown */
export function submissionPage(
  scene: Scene,
  submission: SubmissionResult,
  sources: ReadonlyMap<string, string>,
  { previous, next }: Neighbours,
): Html {
  const { words, links } = scene;
  const { say, of } = words;
  const { id, name, exercises, points, maxPoints: max, problem } = submission;
  const files = handedIn(submission, sources);
  const neighbour = (key: 'html.previous' | 'html.next', to: SubmissionResult | undefined) =>
    to === undefined
      ? []
      : [
          html`<a href="${links.submission(to.id)}"
            ><bdi>${say(key, { name: shortName(to.name) })}</bdi></a
          >`,
        ];
  const navigation: Piece[] = [
    html`<a href="${links.classPage()}">${say('html.back')}</a>`,
    ...neighbour('html.previous', previous),
    ...neighbour('html.next', next),
  ];
  return shell({
    words,
    title: `${shortName(name)} – ${say('html.class.title')}`,
    navigation,
    otherLanguage: links.submission(id, undefined, words.language === 'fr' ? 'en' : 'fr'),
    main: html`<h1>${nameOf(submission)}</h1>
      <p>
        <strong
          >${points === null ? say('html.mark.none') : say('html.mark', { points, max })}</strong
        >
      </p>
      ${problem !== null && html`<p class="notice bad">${of(problem)}</p>`}${
        isTroubled(submission) &&
        points !== null &&
        html`<p class="notice">${say('html.trouble.scored')}</p>`
      }${about(scene, submission)}
      ${exercises.length > 0 && overview(scene, submission)}
      ${exercises.map((result) => {
        const file = files.get(result.exercise);
        return file === undefined ? null : exercise(scene, result, file);
      })}${ignored(scene, submission)}`,
    footer: html`<p><a href="${links.classPage()}">${say('html.back')}</a></p>`,
  });
}

function overview(scene: Scene, { exercises }: SubmissionResult): Html {
  const { say } = scene.words;
  return html`<section class="panel" aria-labelledby="exercises">
    <h2 id="exercises">${say('html.exercises')}</h2>
    ${table(
      say('html.exercises.caption'),
      [
        { title: say('html.exercises.exercise') },
        { title: say('html.exercises.outcome') },
        { title: say('html.exercises.points'), kind: 'n' },
      ],
      exercises.map((result) => [
        html`<a href="#${exerciseId(result.exercise)}">${titleOf(scene, result.exercise)}</a>`,
        exerciseMark(scene.words, result),
        say('html.points', { points: result.points, max: result.maxPoints }),
      ]),
    )}
  </section>`;
}

function ignored({ words }: Scene, submission: SubmissionResult): Html | null {
  if (submission.ignored.length === 0) return null;
  return html`<section class="panel" aria-labelledby="ignored">
    <h2 id="ignored">${words.say('html.ignored')}</h2>
    <ul>
      ${submission.ignored.map(({ why }) => html`<li>${words.of(why)}</li>`)}
    </ul>
  </section>`;
}
