// SPDX-License-Identifier: MIT
// Messages that nothing says. The types of all messages (messages.generated.ts) tell where each is asked for, under whatever
// name a part of them goes by then: `const words = messages.edits`.

import path from 'node:path';
import ts from 'typescript';
import { inProject } from '../project-paths';

/** The file with the types, and the name of their root. */
export interface MessageTypes {
  readonly file: string;
  readonly name: string;
}

const ofProject: MessageTypes = {
  file: inProject('electron', 'language', 'messages.generated.ts'),
  name: 'Messages',
};

/** Said by packaging, which reads the catalogues themselves (build/packaging/translated-files.ts). */
const saidByPackages = 'packages.';

const nameOf = (member: ts.TypeElement): string =>
  member.name && (ts.isIdentifier(member.name) || ts.isStringLiteral(member.name))
    ? member.name.text
    : '';

/** A part of the messages is a type of its own; a message is a text or a function. */
const partOf = (member: ts.TypeElement): readonly ts.TypeElement[] =>
  ts.isPropertySignature(member) && member.type && ts.isTypeLiteralNode(member.type)
    ? member.type.members
    : [];

/** Names in both directions: of every declaration, and of every message below one. */
class DeclaredMessages {
  readonly #names = new Map<ts.Node, string>();
  /** By the declaration of a message, or of a part of them. */
  readonly #below = new Map<ts.Node, readonly ts.Node[]>();

  constructor(root: ts.InterfaceDeclaration) {
    this.#below.set(root, this.#enter(root.members, ''));
  }

  #enter(members: readonly ts.TypeElement[], prefix: string): readonly ts.Node[] {
    return members.flatMap((member) => {
      const name = `${prefix}${nameOf(member)}`;
      const part = partOf(member);
      const messages = part.length > 0 ? this.#enter(part, `${name}.`) : [member];
      if (part.length === 0) this.#names.set(member, name);
      this.#below.set(member, messages);
      const type = ts.isPropertySignature(member) ? member.type : undefined;
      if (part.length > 0 && type) this.#below.set(type, messages);
      return messages;
    });
  }

  get all(): readonly string[] {
    return [...this.#names.values()];
  }

  /** The message that is declared here, if one is. */
  messageAt(node: ts.Node): string | undefined {
    return this.#names.get(node);
  }

  /** Every message of the part that is declared here. */
  messagesBelow(node: ts.Node): readonly string[] {
    return (this.#below.get(node) ?? []).flatMap((message) => this.#names.get(message) ?? []);
  }
}

/**
 * Whether a part of the messages is only looked into here, or given a name: what is taken out of it is seen there. Under
 * another type it is not.
 */
function isLookedInto(node: ts.Node): boolean {
  const { parent } = node;
  return (
    ((ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) &&
      parent.expression === node) ||
    (ts.isVariableDeclaration(parent) && parent.initializer === node && !parent.type)
  );
}

/** Whether a value is read here: the names of variables, members and imports, and those in types, are none. */
function isRead(node: ts.Node): node is ts.Expression {
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) return true;
  if (!ts.isIdentifier(node)) return false;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent)) return false;
  if (ts.isTypeNode(parent)) return false;
  return (
    !(
      ts.isVariableDeclaration(parent) ||
      ts.isBindingElement(parent) ||
      ts.isParameter(parent) ||
      ts.isPropertyAssignment(parent)
    ) || parent.initializer === node
  );
}

/** Finds what is said in one program. */
class UseFinder {
  readonly used = new Set<string>();

  constructor(
    readonly checker: ts.TypeChecker,
    readonly declared: DeclaredMessages,
  ) {}

  readonly visit = (node: ts.Node): void => {
    if (isRead(node)) this.#seeExpression(node);
    if (ts.isObjectBindingPattern(node)) this.#seePattern(node);
    ts.forEachChild(node, this.visit);
  };

  #say(names: readonly (string | undefined)[]): void {
    for (const name of names) if (name !== undefined) this.used.add(name);
  }

  #declarationsOf(symbol: ts.Symbol | undefined): readonly ts.Node[] {
    return symbol?.declarations ?? [];
  }

  #typesOf(type: ts.Type): readonly ts.Type[] {
    return type.isUnionOrIntersection() ? type.types.flatMap((one) => this.#typesOf(one)) : [type];
  }

  #seeExpression(node: ts.Expression): void {
    if (ts.isPropertyAccessExpression(node)) {
      const symbol = this.checker.getSymbolAtLocation(node.name);
      this.#say(this.#declarationsOf(symbol).map((one) => this.declared.messageAt(one)));
    }
    if (ts.isElementAccessExpression(node)) this.#seeChosen(node);
    if (isLookedInto(node)) return;
    // What goes elsewhere as a whole may be said in whole.
    for (const type of this.#typesOf(this.checker.getTypeAtLocation(node))) {
      for (const one of this.#declarationsOf(type.symbol))
        this.#say(this.declared.messagesBelow(one));
    }
  }

  /** `words[kind]`: those that the type of the key names, or all. */
  #seeChosen({ expression, argumentExpression }: ts.ElementAccessExpression): void {
    const keys = this.#typesOf(this.checker.getTypeAtLocation(argumentExpression));
    for (const type of this.#typesOf(this.checker.getTypeAtLocation(expression))) {
      const members = keys.every((key) => key.isStringLiteral())
        ? keys.map((key) => type.getProperty(key.value))
        : type.getProperties();
      for (const member of members) {
        this.#say(this.#declarationsOf(member).map((one) => this.declared.messageAt(one)));
      }
    }
  }

  /** `const { title } = words` */
  #seePattern(pattern: ts.ObjectBindingPattern): void {
    const type = this.checker.getTypeAtLocation(pattern);
    for (const { name, propertyName } of pattern.elements) {
      const key = propertyName ?? name;
      if (!ts.isIdentifier(key)) continue;
      const declarations = this.#declarationsOf(type.getProperty(key.text));
      this.#say(declarations.map((one) => this.declared.messageAt(one)));
    }
  }
}

/** The messages that no expression of a program asks for, by their whole names. */
export function unusedMessages(program: ts.Program, types: MessageTypes): readonly string[] {
  const source = program.getSourceFile(types.file);
  const root = source?.statements.find(
    (one): one is ts.InterfaceDeclaration =>
      ts.isInterfaceDeclaration(one) && one.name.text === types.name,
  );
  if (!root) throw new Error(`${types.file} has no ${types.name}.`);
  const declared = new DeclaredMessages(root);
  const finder = new UseFinder(program.getTypeChecker(), declared);
  for (const file of program.getSourceFiles()) {
    if (!file.isDeclarationFile && file !== source) finder.visit(file);
  }
  return declared.all.filter((name) => !finder.used.has(name));
}

/** Everything that speaks: main, terminal and window. */
function programOfProject(): ts.Program {
  const sources = ['electron', 'renderer'].flatMap((folder) =>
    ts.sys.readDirectory(inProject(folder), ['.ts', '.tsx'], ['**/*.d.ts']),
  );
  const base = ts.readConfigFile(inProject('build', 'tsconfig.base.json'), (file) =>
    ts.sys.readFile(file),
  );
  const { options } = ts.parseJsonConfigFileContent(
    base.config,
    ts.sys,
    path.dirname(inProject('build', 'tsconfig.base.json')),
  );
  return ts.createProgram(sources, {
    ...options,
    noEmit: true,
    composite: false,
    incremental: false,
    jsx: ts.JsxEmit.ReactJSX,
    lib: ['lib.esnext.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  });
}

/** The messages of the catalogues that nothing says. */
export const unusedMessagesOfProject = (): readonly string[] =>
  unusedMessages(programOfProject(), ofProject).filter((name) => !name.startsWith(saidByPackages));
