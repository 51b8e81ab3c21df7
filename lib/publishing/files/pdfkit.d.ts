/** What this service uses of pdfkit 0.20, which ships no types. */
declare module 'pdfkit' {
  import type { Readable } from 'node:stream';

  export interface TextOptions {
    readonly width?: number;
    readonly height?: number;
    readonly align?: 'left' | 'right' | 'center';
    readonly lineBreak?: boolean;
  }

  /** An element of the structure tree: others, or what is drawn when it comes into the document. */
  export interface StructureElement {
    add(child: StructureElement): this;
    end(): void;
  }

  export class PDFDocument extends Readable {
    constructor(options: {
      readonly size: 'A4'; readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
      readonly pdfVersion: '1.7'; readonly subset: 'PDF/UA'; readonly tagged: true; readonly lang: string; readonly displayTitle: true; readonly bufferPages: true; readonly font: string;
      readonly info: { readonly Title: string; readonly Author: string; readonly Subject: string; readonly CreationDate: Date };
    });
    readonly page: { readonly width: number; readonly height: number; readonly margins: { top: number; bottom: number; left: number; right: number } };
    x: number;
    y: number;
    registerFont(name: string, path: string): this;
    font(name: string): this;
    fontSize(size: number): this;
    fillColor(colour: string): this;
    strokeColor(colour: string): this;
    lineWidth(width: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    stroke(): this;
    text(text: string, x?: number, y?: number, options?: TextOptions): this;
    heightOfString(text: string, options: TextOptions): number;
    addPage(): this;
    bufferedPageRange(): { readonly start: number; readonly count: number };
    switchToPage(index: number): void;
    struct(type: string, options: { readonly scope?: 'Column' | 'Row' }, children?: () => void): StructureElement;
    addStructure(element: StructureElement): this;
    markContent(tag: 'Artifact', options: { readonly type: 'Pagination' | 'Layout' }): this;
    endMarkedContent(): this;
    outline: { addItem(title: string): unknown };
    end(): void;
  }
}
