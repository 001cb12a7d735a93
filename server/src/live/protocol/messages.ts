import type { GraphQLFormattedError } from "graphql";
import type { OperationRequest } from "./Guard.ts";

export { CloseCode } from "@crossroads/shared";

/** The WebSocket subprotocol: https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md */
export const SUBPROTOCOL = "graphql-transport-ws";

/** Every type of message of the protocol, in both directions. */
const MessageType = {
	ConnectionInit: "connection_init",
	ConnectionAck: "connection_ack",
	Ping: "ping",
	Pong: "pong",
	Subscribe: "subscribe",
	Next: "next",
	Error: "error",
	Complete: "complete",
} as const;

/** What a client may send. */
export type ClientMessage =
	| { readonly type: "connection_init"; readonly payload?: Readonly<Record<string, unknown>> }
	| { readonly type: "ping" | "pong"; readonly payload?: Readonly<Record<string, unknown>> }
	| { readonly type: "subscribe"; readonly id: string; readonly payload: OperationRequest }
	| { readonly type: "complete"; readonly id: string };

/** A message that the protocol does not know; the socket is closed 4400 with the message as its reason. */
export class BadMessage extends Error {}

const LONGEST_ID = 128;

/** Reads one text message. Throws BadMessage, with a reason short enough for a close frame. */
export function parseClientMessage(text: string): ClientMessage {
	const message = parseRecord(text);
	switch (message.type) {
		case MessageType.ConnectionInit:
		case MessageType.Ping:
		case MessageType.Pong:
			return { type: message.type, ...payloadOf(message) };
		case MessageType.Subscribe:
			return { type: message.type, id: idOf(message), payload: requestOf(message.payload) };
		case MessageType.Complete:
			return { type: message.type, id: idOf(message) };
		default:
			throw new BadMessage("Unknown message type");
	}
}

function parseRecord(text: string): Record<string, unknown> {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		throw new BadMessage("Message is not JSON");
	}
	if (!isRecord(value)) throw new BadMessage("Message is not an object");
	return value;
}

function payloadOf(message: Record<string, unknown>): { payload?: Record<string, unknown> } {
	if (message.payload === undefined || message.payload === null) return {};
	if (!isRecord(message.payload)) throw new BadMessage("Payload is not an object");
	return { payload: message.payload };
}

function idOf(message: Record<string, unknown>): string {
	const { id } = message;
	if (typeof id !== "string" || id === "" || id.length > LONGEST_ID) throw new BadMessage("Invalid id");
	return id;
}

function requestOf(payload: unknown): OperationRequest {
	if (!isRecord(payload)) throw new BadMessage("Payload is not an object");
	const { query, operationName, variables, extensions } = payload;
	if (typeof query !== "string") throw new BadMessage("query is not a string");
	if (operationName != null && typeof operationName !== "string")
		throw new BadMessage("operationName is not a string");
	if (variables != null && !isRecord(variables)) throw new BadMessage("variables is not an object");
	if (extensions != null && !isRecord(extensions)) throw new BadMessage("extensions is not an object");
	return {
		query,
		operationName: operationName as string | null,
		variables: variables as OperationRequest["variables"],
	};
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The whole `connection_ack` message. */
export const CONNECTION_ACK = '{"type":"connection_ack"}';

/** The beginning of every `next` message of one subscriber; a shared payload completes it. */
export function nextHead(id: string): string {
	return `{"id":${asciiJson(id)},"type":"next","payload":`;
}

/** The shared part of a `next` message: the payload, and the brace that closes the message. */
export function nextTail(payload: object): Buffer {
	return Buffer.from(`${JSON.stringify(payload)}}`);
}

/** An `error` message: the operation is over. */
export function errorMessage(id: string, errors: readonly GraphQLFormattedError[]): string {
	return asciiJson({ id, type: MessageType.Error, payload: errors });
}

/** A `complete` message: the operation is over. */
export function completeMessage(id: string): string {
	return asciiJson({ id, type: MessageType.Complete });
}

/** The answer to a `ping`, with its payload if that is small: what is echoed must not be an amplifier. */
export function pongMessage(payload: Readonly<Record<string, unknown>> | undefined): string {
	const pong = asciiJson({ type: MessageType.Pong, ...(payload && { payload }) });
	return pong.length <= 1_024 ? pong : '{"type":"pong"}';
}

/** JSON with every other sign escaped, so that it is as many bytes as signs. */
function asciiJson(value: unknown): string {
	return JSON.stringify(value).replace(
		/[^\0-\x7f]/g,
		(sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
	);
}
