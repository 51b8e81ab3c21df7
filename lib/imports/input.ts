import { z } from 'zod';
import { choiceInput, idInput, requiredText } from '@/lib/core/input';
import { IMPORT_KINDS } from './types';

export const checkFileInput = z.object({
  kind: choiceInput(IMPORT_KINDS, 'Choose what the file holds'),
  fileName: requiredText('Choose a file to check', 200),
  fileHash: z.string().regex(/^[0-9a-f]{64}$/),
  encoding: z.string(),
  content: z.string(),
});

export const commitImportInput = z.object({ uploadId: idInput });
export const undoImportInput = z.object({ batchId: idInput, reason: requiredText('Say why the import is undone') });
