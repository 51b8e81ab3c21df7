import { relative } from 'node:path';
import ts from 'typescript';

/** What an act writes to the audit, as the types of the tree tell it. */
export interface Recorded {
  /** Names of fields of `before` and `after`, with the files that write them. */
  readonly fields: ReadonlyMap<string, ReadonlySet<string>>;
  /** Codes that a field can hold, as `field: code`. */
  readonly codes: ReadonlySet<string>;
  /** Kinds of record. */
  readonly kinds: ReadonlySet<string>;
  /** Files in which a field has a name that only the run knows. */
  readonly open: ReadonlySet<string>;
}

/** Reads every audit entry of lib: an object that names its `subjectKind`, or calls what makes one. */
export function recordedFields(root: string): Recorded {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined };
  const config = ts.getParsedCommandLineOfConfigFile(`${root}/tsconfig.json`, {}, host);
  if (!config) throw new Error('tsconfig.json cannot be read');
  const program = ts.createProgram(config.fileNames.filter((file) => file.startsWith(`${root}/lib/`)), config.options);
  const checker = program.getTypeChecker();
  const fields = new Map<string, Set<string>>();
  const [codes, kinds, open] = [new Set<string>(), new Set<string>(), new Set<string>()];

  const readType = (type: ts.Type, file: string): void => {
    for (const part of type.isUnion() ? type.types : [type]) {
      if (checker.getIndexInfosOfType(part).length > 0) open.add(file);
      for (const field of checker.getPropertiesOfType(part)) {
        const files = fields.get(field.name) ?? new Set<string>();
        fields.set(field.name, files.add(file));
        const held = checker.getTypeOfSymbol(field);
        for (const one of held.isUnion() ? held.types : [held]) if (one.isStringLiteral()) codes.add(`${field.name}: ${one.value}`);
      }
    }
  };
  const visit = (node: ts.Node, file: string): void => {
    const parts = ts.isObjectLiteralExpression(node) ? node.properties.filter(ts.isPropertyAssignment) : [];
    const kind = parts.find((part) => part.name.getText() === 'subjectKind');
    if (kind) {
      if (ts.isStringLiteral(kind.initializer)) kinds.add(kind.initializer.text);
      for (const part of parts) if (['before', 'after'].includes(part.name.getText())) readType(checker.getTypeAtLocation(part.initializer), file);
    }
    ts.forEachChild(node, (child) => visit(child, file));
  };
  for (const source of program.getSourceFiles()) if (source.fileName.startsWith(`${root}/lib/`)) visit(source, relative(root, source.fileName));
  return { fields, codes, kinds, open };
}
