import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/core/calendar-date';
import { ChartFigure } from '@/components/charts/chart-figure';
import { LineChart } from '@/components/charts/line-chart';
import { TrendLine } from '@/components/charts/trend-line';
import { DemoBanner } from '@/components/layout/demo-banner';
import { ServiceNavigation } from '@/components/layout/service-navigation';
import { ServiceShell } from '@/components/layout/service-shell';

const footer = { accessibilityHref: '/a', cookiesHref: '/c', privacyHref: '/p', contactHref: '/t' };

describe('ServiceShell', () => {
  const html = renderToStaticMarkup(
    <ServiceShell
      header={{ authorityName: 'Rotherham Metropolitan Borough Council', homeHref: '/372', organisation: { name: 'Wales High School' }, account: { name: 'A Head' }, signOut: <button>Sign out</button> }}
      navigation={[{ text: 'Home', href: '/372', current: true }]}
      footer={footer}
      theme={{ brand: '#7a1f3d' }}
      banner={<DemoBanner text="Demonstration." today={calendarDate('2026-03-02')} />}
    >
      <h1>Page</h1>
    </ServiceShell>,
  );

  it('puts the skip link first, and landmarks and footer links in order', () => {
    expect(html).toMatch(/^<div class="fp-shell" style="--brand:#7a1f3d"><a class="fp-skip" href="#main">/);
    const order = ['Demonstration.', '<header', 'Wales High School', 'A Head', 'Sign out', 'aria-label="Service"', '<main id="main" tabindex="-1">', '<footer', 'Accessibility statement', 'Cookies', 'Privacy', 'Contact'];
    const at = order.map((text) => html.indexOf(text));
    expect(at).not.toContain(-1);
    expect([...at].sort((a, b) => a - b)).toEqual(at);
  });

  it('marks the current page and shows the day of the demonstration', () => {
    expect(html).toContain('<a href="/372" aria-current="page">Home</a>');
    expect(html).toContain('Today is <strong>Monday 2 March 2026</strong>');
  });

  it('refuses a seventh item', () => {
    const items = Array.from({ length: 7 }, (_, index) => ({ text: `Item ${index}`, href: `/${index}` }));
    expect(() => renderToStaticMarkup(<ServiceNavigation items={items} />)).toThrow(RangeError);
  });
});

describe('charts', () => {
  const series = [{ key: 'used', name: 'Places used', role: 'main' as const }];
  const points = [{ label: 'September', values: { used: 12 } }];

  it('come with title, summary and table, and keep their height before the script runs', () => {
    const html = renderToStaticMarkup(
      <ChartFigure title="South used 12 places" summary="On 2 March." foldTable chart={<LineChart points={points} series={series} unit="Places" height={300} />} table={<table id="same-figures" />} download={{ href: '/csv', text: 'Download (CSV)' }} />,
    );
    expect(html.indexOf('<figcaption>')).toBeLessThan(html.indexOf('fp-chart__drawing'));
    expect(html).toContain('<div class="fp-chart__drawing" aria-hidden="true">');
    expect(html).toContain('<svg class="fp-chart__space" width="1" height="300">');
    expect(html).toContain('id="same-figures"');
    expect(html).toContain('<a href="/csv">Download (CSV)</a>');
  });

  it('refuse a fifth series', () => {
    const five = Array.from({ length: 5 }, (_, index) => ({ key: `k${index}`, name: `S${index}`, role: 'main' as const }));
    expect(() => renderToStaticMarkup(<LineChart points={points} series={five} unit="Places" />)).toThrow(RangeError);
  });

  it('draw a trend on the server with a gap where there is no figure', () => {
    const html = renderToStaticMarkup(<TrendLine label="Median days" points={[{ label: '2022/23', value: 8, words: '8' }, { label: '2023/24', value: null, words: 'not available' }, { label: '2024/25', value: 4, words: '4' }]} />);
    expect(html.match(/class="fp-trend__line" d="([^"]*)"/)?.[1]?.match(/M/g)).toHaveLength(2);
    expect(html).toContain('<dt>2023/24</dt><dd>not available</dd>');
  });
});
