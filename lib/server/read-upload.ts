import 'server-only';

/** A posted form with its files, or null when it is larger than `most` bytes; no more than that is ever held. */
export async function readUpload(request: Request, most: number): Promise<FormData | 'too_large' | 'broken'> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return 'too_large';
  const bytes = await readUpTo(request.body, most);
  if (bytes === null) return 'too_large';
  try {
    return await new Response(bytes, { headers: { 'content-type': request.headers.get('content-type') ?? '' } }).formData();
  } catch {
    return 'broken';
  }
}

async function readUpTo(body: ReadableStream<Uint8Array> | null, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.length;
    if (length > most) {
      await reader?.cancel();
      return null;
    }
    parts.push(part.value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
