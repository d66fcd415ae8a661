package com.example.extra;

/** Left out of the image by the ignore file. */
final class OnlyHere {

    private OnlyHere() {}
}
