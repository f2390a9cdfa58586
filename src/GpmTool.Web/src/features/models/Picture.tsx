import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { at } from '../../api/address';
import { send } from '../../api/client';
import { Button } from '../../app/Button';
import { FailureNotice } from '../../app/FailureNotice';
import { useFormat } from '../../app/format';
import { Loading } from '../../app/Loading';

const steps = [0.25, 0.5, 0.75, 1, 1.5, 2, 3] as const;
const [least, most] = [steps[0], steps[6]];

/** A picture of a version: fitted first, to be enlarged and moved, with its description as text. */
export function Picture({ id, version, name }: { id: string; version: number; name: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const path = `api/v1/models/${id}/versions/${version.toString()}?form=svg`;
  const [zoom, setZoom] = useState<number>();
  const frame = useRef<HTMLDivElement>(null);
  const svg = useQuery({
    queryKey: ['model', id, 'svg', version],
    queryFn: async () => (await send(path)).text(),
  });
  const picture = useMemo(() => (svg.data === undefined ? undefined : read(svg.data)), [svg.data]);
  if (svg.isPending) return <Loading text={t('models.pictures.loading')} />;
  if (svg.isError) return <FailureNotice error={svg.error} onRetry={() => void svg.refetch()} />;
  if (picture === undefined) return <p className="kern-body">{t('models.pictures.unreadable')}</p>;

  // Fitted, the picture has the scale that its frame leaves it.
  const present = () => {
    const { clientWidth = picture.width, clientHeight = picture.height } = frame.current ?? {};
    return zoom ?? Math.min(clientWidth / picture.width, clientHeight / picture.height);
  };
  const enlarge = () => {
    setZoom(steps.find((step) => step > present()) ?? most);
  };
  const reduce = () => {
    setZoom(steps.filter((step) => step < present()).at(-1) ?? least);
  };
  return (
    <>
      <div className="gpm-actions gpm-no-print" role="group" aria-label={t('models.pictures.zoom', { name })}>
        <Button
          small
          look="tertiary"
          aria-label={t('models.pictures.larger')}
          disabled={zoom === most}
          onClick={enlarge}
        >
          +
        </Button>
        <Button
          small
          look="tertiary"
          aria-label={t('models.pictures.smaller')}
          disabled={zoom === least}
          onClick={reduce}
        >
          −
        </Button>
        <Button
          small
          look="tertiary"
          aria-pressed={zoom === undefined}
          onClick={() => {
            setZoom(undefined);
          }}
        >
          {t('models.pictures.fit')}
        </Button>
        {zoom !== undefined && <span className="kern-body kern-body--small gpm-zoom">{format.percent(zoom)}</span>}
        <a
          className="gpm-inline-link kern-body kern-body--small"
          href={at(`api/v1/models/${id}/versions/${version.toString()}`) + '?form=svg'}
          target="_blank"
          rel="noreferrer"
        >
          {t('models.pictures.own')}
        </a>
      </div>
      <div
        ref={frame}
        className="gpm-picture"
        role="region"
        aria-label={t('models.pictures.region', { name })}
        tabIndex={0}
      >
        <img
          src={picture.source}
          alt={picture.description}
          width={Math.round(picture.width * (zoom ?? 1))}
          height={Math.round(picture.height * (zoom ?? 1))}
          className={zoom === undefined ? 'gpm-picture--fit' : undefined}
        />
      </div>
      <details className="gpm-details">
        <summary>{t('models.pictures.asText')}</summary>
        <p className="kern-body">{picture.description}</p>
      </details>
    </>
  );
}

/** What stands in an SVG: its size and its description. The picture itself goes into an <img>, where nothing of it can act. */
function read(svg: string) {
  const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  const number = (attribute: string) => Number.parseFloat(root.getAttribute(attribute) ?? '');
  const [width, height] = [number('width'), number('height')];
  if (root.nodeName !== 'svg' || Number.isNaN(width) || Number.isNaN(height)) return undefined;
  const text = (name: string) => root.querySelector(`:scope > ${name}`)?.textContent ?? '';
  return {
    source: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`,
    description: [text('title'), text('desc')].filter((part) => part !== '').join('. '),
    width,
    height,
  };
}
