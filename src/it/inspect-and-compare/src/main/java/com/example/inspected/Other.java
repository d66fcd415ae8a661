package com.example.inspected;

final class Other {}
