package io.pumphouse.web.model;

/**
 * Who may do what, and how they show who they are.
 *
 * @param accounts people
 * @param sessions their browsers
 * @param tokens their programs
 */
public record Access(Accounts accounts, Sessions sessions, Tokens tokens) {}
