import { inflateSync } from 'node:zlib';

/** An element of a PDF's structure tree with the text that is drawn in it and in the elements below it. */
export interface TaggedElement {
  readonly type: string;
  readonly scope: string | null;
  readonly text: string;
  readonly children: readonly TaggedElement[];
}

export interface TaggedPdf {
  readonly language: string | null;
  readonly isMarked: boolean;
  readonly showsTitle: boolean;
  readonly claimsUa: boolean;
  readonly pages: number;
  readonly outline: number;
  readonly roots: readonly TaggedElement[];
}

/** Reads a PDF with unpacked objects: catalogue, structure tree, and the marked text of each page through its fonts' character maps. */
export function readTaggedPdf(bytes: Uint8Array): TaggedPdf {
  const raw = Buffer.from(bytes).toString('latin1');
  const objects = new Map([...raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [Number(id), body]));
  const body = (id: number): string => objects.get(id) ?? '';
  const stream = (id: number): string => {
    const [, packed = ''] = /stream\n([\s\S]*)\nendstream/.exec(body(id)) ?? [];
    return /FlateDecode/.test(body(id)) ? inflateSync(Buffer.from(packed, 'latin1')).toString('latin1') : packed;
  };
  const reference = (text: string, name: string): number => Number(new RegExp(`/${name} (\\d+) 0 R`).exec(text)?.[1] ?? Number.NaN);
  const catalogue = [...objects.values()].find((one) => one.includes('/Type /Catalog')) ?? '';
  const pages = [...objects].filter(([, one]) => /\/Type \/Page\n/.test(one));
  const texts = new Map(pages.map(([id, page]) => [id, markedText(stream(reference(page, 'Contents')), fontsOf(body(reference(page, 'Resources'))))]));

  function fontsOf(resources: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
    return new Map([...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id]) => [name, characters(stream(reference(body(Number(id)), 'ToUnicode')))]));
  }
  function element(id: number): TaggedElement {
    const own = body(id);
    const page = reference(own, 'Pg');
    const [, kids = ''] = /\/K \[([\s\S]*?)\]/.exec(own) ?? [];
    const parts = [...kids.matchAll(/(\d+) 0 R|(\d+)/g)].map(([, child, marked]) => (child === undefined ? { text: texts.get(page)?.get(Number(marked)) ?? '', child: null } : { text: '', child: element(Number(child)) }));
    const children = parts.flatMap((part) => part.child ?? []);
    return {
      type: /\/S \/(\w+)/.exec(own)?.[1] ?? '', scope: /\/Scope \/(\w+)/.exec(own)?.[1] ?? null, children,
      text: parts.map((part) => part.child?.text ?? part.text).join(' ').replace(/\s+/g, ' ').trim(),
    };
  }
  const tree = body(reference(catalogue, 'StructTreeRoot'));
  const [, kids = ''] = /\/K \[([\s\S]*?)\]/.exec(tree) ?? [];
  return {
    language: /\/Lang \(([^)]*)\)/.exec(catalogue)?.[1] ?? null, isMarked: /\/Marked true/.test(body(reference(catalogue, 'MarkInfo'))),
    showsTitle: /\/DisplayDocTitle true/.test(body(reference(catalogue, 'ViewerPreferences'))), claimsUa: /<pdfuaid:part>1<\/pdfuaid:part>/.test(stream(reference(catalogue, 'Metadata'))),
    pages: pages.length, outline: [...objects.values()].filter((one) => /\/Dest /.test(one) && /\/Title /.test(one)).length,
    roots: [...kids.matchAll(/(\d+) 0 R/g)].map(([, id]) => element(Number(id))),
  };
}

/** Code to text of a ToUnicode map. */
function characters(map: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, first = '', list = ''] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi)) {
    [...list.matchAll(/<([0-9a-f]+)>/gi)].forEach(([, hex = ''], index) => {
      const text = (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
      found.set((Number.parseInt(first, 16) + index).toString(16).padStart(4, '0'), text);
    });
  }
  return found;
}

/** The text of each marked content of a page. What is an artifact, or marked as nothing, is not among it. */
function markedText(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  let [mark, font] = [null as number | null, ''];
  for (const [token, marked, name, shown] of content.matchAll(/\/\w+ <<\n\/MCID (\d+)\n>> BDC|\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ|\/Artifact <<[^>]*>> BDC|EMC/g)) {
    if (marked !== undefined) mark = Number(marked);
    else if (name !== undefined) font = name;
    else if (shown !== undefined && mark !== null) {
      const text = [...shown.matchAll(/<([0-9a-f]+)>/gi)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []).map((code) => fonts.get(font)?.get(code) ?? '\ufffd').join('');
      found.set(mark, `${found.get(mark) ?? ''}${found.has(mark) ? ' ' : ''}${text}`);
    } else if (token === 'EMC' || token.startsWith('/Artifact')) mark = null;
  }
  return found;
}
