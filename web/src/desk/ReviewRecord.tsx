import type { ReactNode } from 'react';
import type { CaseView, Guide } from '../api/model.ts';
import { CanNote } from '../frame/WhyNot.tsx';
import { useText } from '../text/text.ts';

/** What the review found, where it can be read but not changed. */
export function ReviewRecord({ found, guide }: { readonly found: CaseView; readonly guide: Guide }): ReactNode {
  const say = useText();
  return (
    <section className="pane">
      <h2>{say('review.title')}</h2>
      <CanNote can={found.can['reviewCase']} />
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{say('review.points')}</th>
            <th scope="col">{say('review.result')}</th>
            <th scope="col">{say('review.evidence')}</th>
          </tr>
        </thead>
        <tbody>
          {guide.reviewPoints.map((point, place) => {
            const made = found.points.find((one) => one.point === place);
            return (
              <tr key={point}>
                <th scope="row">{point}</th>
                <td>{say(made === undefined ? 'review.open' : `review.${made.result}`)}</td>
                <td className="quiet">{made?.evidence}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
